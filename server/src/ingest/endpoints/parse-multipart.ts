import { Refusal } from '../refusals/refusal.ts'

/** One part of a form as it came: its headers by their names in lower case. */
export interface FormPart {
  headers: Map<string, string>
  bytes: Buffer
}

const mostParts = 200
const mostHeaderBytes = 4 * 1024
const lineEnd = '\r\n'

/**
 * Splits a multipart body (RFC 2046, 5.1.1). What stands before its first boundary and after its last is not read. Each
 * byte is looked at once, and there are at most so many parts. Throws a `Refusal` that says what is wrong.
 */
export function parseMultipart(body: Buffer, boundary: string): FormPart[] {
  const delimiter = `--${boundary}`
  const parts: FormPart[] = []
  let start = afterFirst(body, delimiter)
  while (!isLast(body, start)) {
    if (parts.length === mostParts) throw new Refusal(413, `The form has more than ${mostParts} parts.`)
    const headersAt = endOfBoundaryLine(body, start)
    const end = body.indexOf(lineEnd + delimiter, headersAt - lineEnd.length)
    if (end === -1) throw new Refusal(400, 'The form is cut off: its last boundary is missing.')
    parts.push(readPart(body, headersAt, end))
    start = end + lineEnd.length + delimiter.length
  }
  return parts
}

function afterFirst(body: Buffer, delimiter: string): number {
  const starts = body.subarray(0, delimiter.length).equals(Buffer.from(delimiter))
  const at = starts ? 0 : body.indexOf(lineEnd + delimiter)
  if (at === -1) throw new Refusal(400, 'The form has no line with the boundary that its Content-Type names.')
  return at + delimiter.length + (starts ? 0 : lineEnd.length)
}

function isLast(body: Buffer, at: number): boolean {
  return body.toString('latin1', at, at + 2) === '--'
}

/** Spaces may follow a boundary; anything else would be another, longer one. */
function endOfBoundaryLine(body: Buffer, start: number): number {
  let at = start
  while (body[at] === 0x20 || body[at] === 0x09) at += 1
  if (body.toString('latin1', at, at + lineEnd.length) !== lineEnd)
    throw new Refusal(
      400,
      'A line of the form begins like the boundary and goes on. Its lines end with CR LF.',
    )
  return at + lineEnd.length
}

function readPart(body: Buffer, start: number, end: number): FormPart {
  // The empty line follows at once where there are no headers.
  const from = start - lineEnd.length
  const blank = body
    .subarray(from, Math.min(end + lineEnd.length, start + mostHeaderBytes))
    .indexOf('\r\n\r\n')
  if (blank === -1 && end - start > mostHeaderBytes)
    throw new Refusal(413, `The headers of a part are longer than ${mostHeaderBytes} bytes.`)
  if (blank === -1) throw new Refusal(400, 'A part of the form has no empty line after its headers.')
  const headersEnd = from + blank
  const text = headersEnd > start ? body.toString('utf8', start, headersEnd) : ''
  return { headers: readHeaders(text), bytes: body.subarray(headersEnd + 2 * lineEnd.length, end) }
}

function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of text === '' ? [] : text.split(lineEnd)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name === '') throw new Refusal(400, 'A header of a part has no name.')
    if (headers.has(name) && name.startsWith('content-'))
      throw new Refusal(400, `A part of the form has two headers "${name.slice(0, 100)}".`)
    headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}
