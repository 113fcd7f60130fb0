import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject, type ProjectUnderTest } from './support/project.ts'

let mishap: Mishap
let project: ProjectUnderTest

beforeAll(async () => {
  mishap = await startMishap(temporaryDataDir())
  project = createProject(mishap, 'refusals')
})
afterAll(async () => {
  await mishap.end('SIGTERM')
  removeDataDir(mishap.dataDir)
})

const event = { event_id: 'ab'.repeat(16), message: 'fine' }

function envelopeOf(payload: unknown): string {
  return `{}\n{"type":"event"}\n${typeof payload === 'string' ? payload : JSON.stringify(payload)}\n`
}

async function post(
  body: BodyInit,
  headers: Record<string, string> = {},
  key?: string,
): Promise<{ status: number; detail: string; cors: string | null }> {
  const url = `${mishap.origin}/api/${project.id}/envelope/`
  const publicKey = key ?? new URL(project.dsn).username
  const auth: Record<string, string> =
    publicKey === '' ? {} : { 'x-sentry-auth': `Sentry sentry_key=${publicKey}` }
  const response = await fetch(url, { method: 'POST', body, headers: { ...auth, ...headers } })
  const { detail }: { detail?: string } = await response.json()
  return {
    status: response.status,
    detail: detail ?? '',
    cors: response.headers.get('access-control-allow-origin'),
  }
}

describe('what cannot be kept is refused with the reason, and browsers may read it', () => {
  const unknown = 'f'.repeat(32)
  it.each([
    ['no key', envelopeOf(event), {}, '', 401, /No DSN key/],
    ['an unknown key', envelopeOf(event), {}, unknown, 403, new RegExp(`${unknown}@localhost`)],
    ['no envelope', 'not json', {}, undefined, 400, /envelope header is not JSON/],
    ['an item that is cut off', '{}\n{"type":"event","length":500}\n{}', {}, undefined, 400, /item 1/],
    ['an event that is no JSON', envelopeOf('{"message":'), {}, undefined, 400, /not valid JSON/],
    ['an event that is a list', envelopeOf([]), {}, undefined, 400, /JSON object/],
    ['damaged gzip', 'not gzip', { 'content-encoding': 'gzip' }, undefined, 400, /not valid gzip/],
    [
      'an unknown encoding',
      envelopeOf(event),
      { 'content-encoding': 'compress' },
      undefined,
      415,
      /compress/,
    ],
    [
      'an event over a mebibyte',
      envelopeOf({ message: 'x'.repeat(1_100_000) }),
      {},
      undefined,
      413,
      /larger/,
    ],
    [
      'a nest of 200 lists',
      envelopeOf(`{"extra":${'['.repeat(200)}${']'.repeat(200)}}`),
      {},
      undefined,
      400,
      /nested/,
    ],
  ])('%s', async (_name, body, headers, key, status, detail) => {
    const answer = await post(body, headers, key)
    expect(answer).toMatchObject({ status, cors: '*' })
    expect(answer.detail).toMatch(detail)
  })

  it('a bomb is stopped while it inflates', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(300 * 1024 * 1024)))
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(413)
  })

  it('and the next event is taken', async () => {
    const answer = await fetch(
      `${mishap.origin}/api/${project.id}/envelope/?sentry_key=${new URL(project.dsn).username}`,
      {
        method: 'POST',
        body: envelopeOf(event),
      },
    )
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ id: event.event_id })
  })
})

it('an event that comes twice, also at once, is counted once', async () => {
  const twice = envelopeOf({ event_id: 'cd'.repeat(16), message: 'again and again' })
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(twice)))
  expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
  const issues = await project.issuesAfter(2)
  expect(issues.find((issue) => issue.title === 'again and again')?.count).toBe(1)
})

it('text of any kind is kept as text: NUL, lone surrogates, markup and __proto__', async () => {
  const hostile =
    '{"message":"a\\u0000b\\ud800c <img src=x>","tags":{"__proto__":"x"},"extra":{"__proto__":{"y":1}}}'
  expect((await post(envelopeOf(hostile))).status).toBe(200)
  const issues = await project.issuesAfter(3)
  expect(issues.map((issue) => issue.title)).toContain('a\uFFFDb\uFFFDc <img src=x>')
})

it('answers a preflight', async () => {
  const response = await fetch(`${mishap.origin}/api/${project.id}/envelope/`, { method: 'OPTIONS' })
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-headers')).toContain('x-sentry-auth')
})
