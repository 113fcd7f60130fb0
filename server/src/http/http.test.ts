import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import { answerErrors } from './error-handler.ts'
import { logRequests } from './log-requests.ts'
import { parse } from './parse.ts'
import { defineRoute, mountRoutes, type Route } from './route.ts'

async function serve(route: Route, lines: string[] = []): Promise<string> {
  const app = express()
  app.use(logRequests(pino({ level: 'warn' }, { write: (line) => void lines.push(line) })))
  mountRoutes(app, [route], { authenticate: async () => undefined, now: () => 0, publicUrl: undefined })
  app.use(answerErrors)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function aFailingRoute(error: Error): Route {
  return defineRoute({
    method: 'get',
    path: '/things/:id',
    summary: 'Fails',
    access: 'open',
    params: z.strictObject({ id: z.string() }),
    answer: z.object({}),
    handler: async () => {
      throw error
    },
  })
}

test('a failure without a code is logged whole and answered blandly', async () => {
  const lines: string[] = []
  const origin = await serve(aFailingRoute(new Error('the inner reason')), lines)
  const response = await fetch(`${origin}/things/1`)
  const text = await response.text()
  const id = response.headers.get('x-request-id')
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toEqual({ code: 'internal', message: expect.stringContaining(`request ${id}`) })
  expect(text).not.toContain('inner')
  expect(lines.join('')).toContain('the inner reason')
  expect(lines.join('')).toContain(id)
})

test('a store that is not available is answered with when to try again', async () => {
  const origin = await serve(aFailingRoute(new AppError('unavailable', 'The disk is full.')))
  const response = await fetch(`${origin}/things/1`)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
})

test('a path that is not valid percent-encoding is the client’s fault', async () => {
  const origin = await serve(aFailingRoute(new Error('never reached')))
  expect((await fetch(`${origin}/things/%ff`)).status).toBe(400)
})

test('each wrong field is named, the unknown ones too', () => {
  const schema = z.strictObject({ name: z.string().min(1, 'Give a name.'), size: z.number() })
  const fields = { name: 'Give a name.', size: expect.any(String), colour: 'There is no such field.' }
  expect(() => parse(schema, { name: '', size: 'x', colour: 1 }, 'body')).toThrow(
    expect.objectContaining({ code: 'invalid', fields }),
  )
})
