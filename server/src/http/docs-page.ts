import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Router } from 'express'

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Mishap API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/v1/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/v1/docs/swagger-ui-bundle.js"></script>
    <script src="/api/v1/docs/init.js"></script>
  </body>
</html>
`

const init = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true })\n`

/** The page that renders the OpenAPI document, to be mounted at `/api/v1/docs`. */
export function serveDocs(): Router {
  const router = Router()
  router.get('/', (_request, response) => void response.type('html').send(page))
  router.get('/init.js', (_request, response) => void response.type('js').send(init))
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    router.get(`/${name}`, (_request, response) => response.sendFile(name, { root: assets }))
  }
  return router
}
