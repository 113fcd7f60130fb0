import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const sdk = createRequire(import.meta.url).resolve('@mishap/sdk/browser.iife.js')
const folder = fileURLToPath(new URL('./page/', import.meta.url))

/** The shop's one page, and the SDK as a script for it. */
export function servePage(dsn: string): Router {
  const router = Router()
  router.get('/mishap.js', (_request, response) => response.sendFile(sdk))
  router.get('/settings.js', (_request, response) => {
    response.type('js').send(`window.shop = ${JSON.stringify({ dsn, release: 'shop@1.4.2' })}\n`)
  })
  router.use(express.static(folder))
  return router
}
