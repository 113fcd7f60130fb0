import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { eventId, key, lastEnvelope } from '../testing/listening.ts'
import { formBody } from '../testing/form-body.ts'
import { oneServer } from '../testing/one-server.ts'
import { post } from '../testing/post.ts'

const start = oneServer()
const hyphenated = '01234567-89AB-cdef-0123-456789abcdef'
const path = `/api/7/events/${hyphenated}/attachments/?sentry_key=${key}`

async function twoFiles(): Promise<{ headers: Record<string, string>; chunks: Uint8Array[] }> {
  const form = new FormData()
  form.set('a', new File(['line\nline\0\xff'], 'lög.txt', { type: 'text/plain' }))
  form.set('note', 'not a file')
  form.set('b', new File([], 'empty.bin'))
  return formBody(form)
}

it('the files of a form become the attachments of the event in the path', async () => {
  const server = await start()
  expect((await post(server, { path, ...(await twoFiles()) })).status).toBe(200)
  const { headers, items } = lastEnvelope(server)
  expect(headers).toEqual({ event_id: eventId })
  expect(items).toMatchObject([
    {
      headers: {
        type: 'attachment',
        attachment_type: 'event.attachment',
        filename: 'lög.txt',
        content_type: 'text/plain',
      },
      text: 'line\nline\0\xc3\xbf',
    },
    { headers: { filename: 'empty.bin', length: 0 }, text: '' },
  ])
})

it('a compressed form is unpacked', async () => {
  const server = await start()
  const { headers, chunks } = await twoFiles()
  const sent = {
    headers: { ...headers, 'content-encoding': 'gzip' },
    chunks: [gzipSync(Buffer.concat(chunks))],
  }
  expect((await post(server, { path, ...sent })).status).toBe(200)
  expect(lastEnvelope(server).items).toHaveLength(2)
})

it('a form that is larger than the wire’s limit when unpacked is refused', async () => {
  const server = await start()
  const form = new FormData()
  form.set('a', new File(['x'.repeat(20_000)], 'a'))
  const { headers, chunks } = await formBody(form)
  const sent = {
    headers: { ...headers, 'content-encoding': 'gzip' },
    chunks: [gzipSync(Buffer.concat(chunks))],
  }
  expect((await post(server, { path, ...sent })).status).toBe(413)
})

it.each(['x', '..%2F..%2Fetc', `${eventId}0`, 'g'.repeat(32)])('%s is no event', async (id) => {
  const server = await start()
  const reply = await post(server, { path: path.replace(hyphenated, id), ...(await twoFiles()) })
  expect(reply.status).toBe(400)
  expect(server.submitted).toEqual([])
})

it('a form without a file is refused', async () => {
  const server = await start()
  const form = new FormData()
  form.set('note', 'not a file')
  expect((await post(server, { path, ...(await formBody(form)) })).status).toBe(400)
})
