import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formBody } from '../testing/form-body.ts'
import type { Incoming } from './endpoint.ts'
import { readFormData } from './read-form-data.ts'

function incoming(body: string | Uint8Array, contentType = 'multipart/form-data; boundary=b'): Incoming {
  return {
    target: { endpoint: 'minidump', projectId: 1, params: {}, query: new URLSearchParams() },
    method: 'POST',
    headers: { 'content-type': contentType },
    body: new Uint8Array(Buffer.from(body)),
    encoding: 'identity',
    mostBytes: 20_000_000,
  }
}

function parts(count: number, headers = ''): string {
  return `${`--b\r\nContent-Disposition: form-data; name="a"${headers}\r\n\r\nx\r\n`.repeat(count)}--b--\r\n`
}

const part = (disposition: string): string =>
  `--b\r\nContent-Disposition:${disposition}\r\n\r\nx\r\n--b--\r\n`

it('reads as many parts as a form may have, and no more', async () => {
  expect([...(await readFormData(incoming(parts(200))))]).toHaveLength(200)
  await expect(readFormData(incoming(parts(201)))).rejects.toMatchObject({ status: 413 })
})

it('reads no part with headers without end', async () => {
  const long = (bytes: number): string => `\r\nX: ${'y'.repeat(bytes)}`
  expect([...(await readFormData(incoming(parts(2, long(3_900)))))]).toHaveLength(2)
  for (const headers of [long(5_000), '\r\na: b'.repeat(100_000)])
    await expect(readFormData(incoming(parts(2, headers)))).rejects.toMatchObject({ status: 413 })
})

it('takes text that looks like a boundary as what it is', async () => {
  const form = await readFormData(incoming(parts(1).replace('\r\nx\r\n', `\r\n${'--x '.repeat(500)}\r\n`)))
  expect(form.get('a')).toBe('--x '.repeat(500))
})

it('reads what the platform writes', async () => {
  const text = fc.string({ unit: 'binary' }).map((written) => `x${written.replaceAll(/[\r\n%\\]/g, ' ')}`)
  const bytes = fc.uint8Array()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text, bytes), { maxLength: 5 }), async (files) => {
      const form = new FormData()
      for (const [name, filename, content] of files) form.append(name, new File([content], filename))
      form.append('text', 'lög')
      const { headers, chunks } = await formBody(form)
      const read = await readFormData(incoming(Buffer.concat(chunks), headers['content-type']))
      const plain = async ([name, value]: [string, string | File]) =>
        typeof value === 'string' ? [name, value] : [name, value.name, await value.text()]
      expect(await Promise.all([...read].map(plain))).toEqual(await Promise.all([...form].map(plain)))
    }),
  )
})

describe('a file has its name', () => {
  it.each([
    [` form-data; name="f"; filename="a.txt"`, 'a.txt'],
    [` form-data; name="f"; filename="a\\"b.txt"`, 'a"b.txt'],
    [` form-data; name="f"; filename="a%22b.txt"`, 'a"b.txt'],
    [` form-data; name="f"; filename="C:\\dir\\a.txt"`, 'C:\\dir\\a.txt'],
    [` form-data; name="f"; filename="a; name=g"`, 'a; name=g'],
    [` form-data; name="f"; filename="a.txt"; filename*=UTF-8''l%C3%B6g.txt`, 'lög.txt'],
    [` form-data; name=f; filename=a.txt`, 'a.txt'],
    [` form-data; filename="a.txt"; name="f"`, 'a.txt'],
    [`form-data;name="f";filename="a.txt";`, 'a.txt'],
    [` FORM-DATA; Name="f" ; FileName = "a.txt" ; `, 'a.txt'],
    [` form-data; name="f"; filename="lög.txt"`, 'lög.txt'],
  ])('by%s', async (disposition, filename) => {
    const file = (await readFormData(incoming(part(disposition)))).get('f')
    expect(file).toBeInstanceOf(File)
    expect(file).toMatchObject({ name: filename })
  })
})

it.each([
  ['a preamble', `Read me.\r\n${parts(1)}`],
  ['an epilogue', `${parts(1)}Good bye.\r\n--b\r\n`],
  ['spaces after a boundary', parts(1).replace('--b\r\n', '--b \t\r\n')],
  [
    'content in base64',
    parts(1, '\r\nContent-Transfer-Encoding: base64').replace('\r\n\r\nx', '\r\n\r\neA=='),
  ],
])('reads a form with %s', async (_, body) => {
  expect([...(await readFormData(incoming(body)))]).toEqual([['a', 'x']])
})

it.each([
  'multipart/form-data; boundary=b; x-boundary=c',
  'multipart/form-data; x="; boundary=c"; boundary="b";',
  'Multipart/Form-Data;charset=utf-8;BOUNDARY=b',
])('reads the boundary of %s', async (contentType) => {
  expect([...(await readFormData(incoming(parts(1), contentType)))]).toHaveLength(1)
})

describe('says what is wrong with', () => {
  it.each([
    ['two boundaries', parts(1), 'multipart/form-data; boundary=b; Boundary=c', /two of "boundary"/],
    ['a quote without an end', parts(1), 'multipart/form-data; boundary="b', /malformed/],
    ['another boundary', parts(1), 'multipart/form-data; boundary=c', /no line with the boundary/],
    ['a long boundary', parts(1), `multipart/form-data; boundary=${'b'.repeat(71)}`, /at most 70/],
    ['no end', parts(1).slice(0, -7), undefined, /cut off/],
    ['no name', part(' form-data; filename="a"'), undefined, /has no name/],
    ['no disposition', '--b\r\n\r\nx\r\n--b--', undefined, /has no name/],
    ['two names', part(' form-data; name="a"; name="b"'), undefined, /two of "name"/],
    ['a name of no UTF-8', part(` form-data; name="a"; filename*=UTF-8''%ff`), undefined, /filename\*/],
    ['no empty line', '--b\r\nX: y\r\n--b--', undefined, /empty line/],
    ['a boundary that goes on', parts(1).replace('--b\r\n', '--bc\r\n'), undefined, /goes on/],
    ['two dispositions', parts(1, '\r\ncontent-disposition: form-data; name="b"'), undefined, /two headers/],
    ['line feeds alone', parts(1).replaceAll('\r', ''), undefined, /CR LF/],
  ])('%s', async (_, body, contentType, words) => {
    await expect(readFormData(incoming(body, contentType))).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(words),
    })
  })
})
