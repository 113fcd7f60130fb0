import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router, type Request, type Response } from 'express'
import { nonceOf } from './security-headers.ts'

/**
 * The built web interface: files as they are, and its one page for every other address, since the page
 * itself knows what `/issues/WEB-1` shows.
 */
export function serveWeb(folder: string): Router {
  const router = Router()
  const page = async (_request: Request, response: Response): Promise<void> => sendPage(folder, response)
  router.get(['/', '/index.html'], page)
  router.use(express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders }))
  router.get('/{*path}', (request, response, next) => (isForPage(request) ? page(request, response) : next()))
  return router
}

async function sendPage(folder: string, response: Response): Promise<void> {
  const html = await readIfThere(join(folder, 'index.html'))
  if (html === undefined) {
    response.status(503).type('text').send('The web interface is not built yet. Run "npm run build".\n')
    return
  }
  // The page names a nonce that is good for this one reply, so no cache may keep it.
  response
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(html.replaceAll('__CSP_NONCE__', nonceOf(response)))
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A missing script must be a 404: as a page it would only fail later and stranger. */
function isForPage(request: Request): boolean {
  const looksLikeFile = /\.[^/]*$/.test(request.path)
  return !looksLikeFile || (request.headers.accept?.includes('text/html') ?? false)
}

/** Names below `assets/` hold a hash of the content. */
function setHeaders(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path)
  response.set('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
