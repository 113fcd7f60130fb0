import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import * as Mishap from '@mishap/sdk'
import { Router } from 'express'

const job = fileURLToPath(new URL('../stock-job.ts', import.meta.url))

export function stockRoutes(): Router {
  const router = Router()

  // Warnings are no exceptions; the numbers in them differ, the warning is one.
  router.get('/stock/:sku', (request, response) => {
    const left = Math.floor(Math.random() * 5)
    Mishap.captureMessage(`Only ${left} left of ${request.params.sku}`, 'warning')
    response.json({ left })
  })

  // A program of its own that dies of an exception which nobody catches.
  router.post('/stock/count', (_request, response) => {
    const { pid } = spawn(process.execPath, ['--import', 'tsx', job], { stdio: 'ignore', env: process.env })
    response.json({ started: pid })
  })
  return router
}
