import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { key, listening, type Listening } from './testing/listening.ts'
import { post, sendBytes } from './testing/post.ts'

let server: Listening

beforeEach(async () => {
  server = await listening()
})
afterEach(() => server.stop())

const line = `POST /api/7/envelope/?sentry_key=${key} HTTP/1.1\r\nHost: x\r\n`
const wholeHead = /\r\n\r\n/

async function expectUnharmed(): Promise<void> {
  expect(server.failures).toEqual([])
  server.submitted.length = 0
  expect((await post(server)).status).toBe(200)
  expect(server.submitted).toHaveLength(1)
}

describe('a body', () => {
  it('of a terabyte is refused at its announcement', async () => {
    const said = await sendBytes(server, `${line}Content-Length: 1000000000000\r\n\r\n`, wholeHead)
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
    expect(said).toMatch(/\r\nConnection: close\r\n/)
    expect(server.submitted).toEqual([])
    await expectUnharmed()
  })

  it('without an end is refused when it is too long, and its connection closed', async () => {
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const said = await sendBytes(server, [
      `${line}Transfer-Encoding: chunked\r\n\r\n`,
      ...Array<string>(200).fill(chunk),
    ])
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
    expect(said).toContain('{"detail":"The body is larger than 12000 bytes on the wire."}')
    expect(server.submitted).toEqual([])
    await expectUnharmed()
  })

  it('that is too long but ends gets its reply', async () => {
    const said = await sendBytes(server, `${line}Content-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`)
    expect(said).toMatch(/^HTTP\/1\.1 413 .*\r\n\r\n\{"detail":".*"\}$/s)
  })

  it('that is refused and short leaves its connection open for the next request', async () => {
    const refused = `POST /api/7/envelope/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nPOST / HT`
    const good = `${line}Content-Length: 2\r\nConnection: close\r\n\r\n{}`
    const said = await sendBytes(server, [refused, good])
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200'])
  })

  it('that breaks off is dropped', async () => {
    await sendBytes(
      server,
      [`${line}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n`, '{}'],
      /100 Continue/,
    )
    await expectUnharmed()
    expect(server.noted).toEqual([])
  })
})

describe('a head', () => {
  it('of a megabyte is refused', async () => {
    const said = await sendBytes(server, `${line}X-Sentry-Auth: ${'x'.repeat(1_000_000)}\r\n\r\n`)
    expect(said).toMatch(/^(HTTP\/1\.1 431 |$)/)
    expect(server.submitted).toEqual([])
    await expectUnharmed()
  })

  it.each([
    ['a length and chunks', 'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}abc'],
    ['a list of lengths', 'Content-Length: 2, 2\r\n\r\n{}'],
    ['a length with a sign', 'Content-Length: +2\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: 0x2\r\n\r\n{}'],
    ['an encoding that hides chunks', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
    ['a folded line', 'X: y\r\n Content-Length: 2\r\n\r\n{}\r\n'],
    ['a chunk whose length is no number', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n'],
  ])('that two servers read in two ways smuggles nothing: %s', async (_, rest) => {
    const smuggled = `GET /api/7/store/?sentry_key=${key}&sentry_data=smuggled HTTP/1.1\r\nHost: x\r\n\r\n`
    const said = await sendBytes(server, `${line}${rest}${smuggled}`)
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(server.submitted.map(({ body }) => Buffer.from(body).toString())).not.toContain('smuggled')
    await expectUnharmed()
  })

  it('with text of other bytes in its host is answered with a header that holds', async () => {
    const said = await sendBytes(
      server,
      `POST /api/7/envelope/?sentry_key=%C3%A9%0D%0Ax HTTP/1.1\r\nHost: h\xe9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    )
    expect(said).toMatch(/^HTTP\/1\.1 403 /)
    expect(/X-Sentry-Error: (.*)\r\n/.exec(said)?.[1]).toMatch(/^[\x20-\x7e]+$/)
  })
})

describe('a multipart form', () => {
  const path = `/api/7/minidump/?sentry_key=${key}`
  const send = (body: string | Uint8Array, contentType = 'multipart/form-data; boundary=b') =>
    post(server, { path, headers: { 'content-type': contentType }, chunks: [body] })
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'

  it.each([
    ['without a boundary', part, 'multipart/form-data', 415],
    ['with an empty boundary', part, 'multipart/form-data; boundary=', 415],
    ['with a boundary of 100 characters', part, `multipart/form-data; boundary=${'b'.repeat(100)}`, 400],
    ['without an end', part, undefined, 400],
    ['of nothing', '', undefined, 400],
    ['of boundaries only', '--b'.repeat(1_000), undefined, 400],
    ['of line ends only', '\r\n'.repeat(1_000), undefined, 400],
    ['with a part without a name', '--b\r\n\r\nx\r\n--b--\r\n', undefined, 400],
    ['of ended parts only', '--b--\r\n', undefined, 400],
    [
      'within a form',
      '--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--\r\n--b--\r\n',
      undefined,
      400,
    ],
  ])('%s is refused', async (_, body, contentType, status) => {
    expect((await send(body, contentType)).status).toBe(status)
    expect(server.submitted).toEqual([])
    await expectUnharmed()
  })
})
