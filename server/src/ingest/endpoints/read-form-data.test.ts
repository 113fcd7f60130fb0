import { expect, it } from 'vitest'
import type { Incoming } from './endpoint.ts'
import { readFormData } from './read-form-data.ts'

function incoming(body: string): Incoming {
  return {
    target: { endpoint: 'minidump', projectId: 1, params: {}, query: new URLSearchParams() },
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: new Uint8Array(Buffer.from(body)),
    encoding: 'identity',
    mostBytes: 20_000_000,
  }
}

function parts(count: number, headers = ''): string {
  return `${`--b\r\nContent-Disposition: form-data; name="a"${headers}\r\n\r\nx\r\n`.repeat(count)}--b--\r\n`
}

it('reads as many parts as a form may have, and no more', async () => {
  expect([...(await readFormData(incoming(parts(199))))]).toHaveLength(199)
  await expect(readFormData(incoming(parts(200)))).rejects.toMatchObject({ status: 413 })
})

it('reads no part with headers without end', async () => {
  const long = (bytes: number): string => `\r\nX: ${'y'.repeat(bytes)}`
  expect([...(await readFormData(incoming(parts(2, long(3_900)))))]).toHaveLength(2)
  await expect(readFormData(incoming(parts(2, long(5_000))))).rejects.toMatchObject({ status: 413 })
  await expect(readFormData(incoming(parts(1, '\r\na: b'.repeat(100_000))))).rejects.toMatchObject({
    status: 413,
  })
})

it('takes text that looks like a boundary as what it is', async () => {
  const form = await readFormData(incoming(parts(1).replace('\r\nx\r\n', `\r\n${'--x '.repeat(500)}\r\n`)))
  expect(form.get('a')).toBe('--x '.repeat(500))
})
