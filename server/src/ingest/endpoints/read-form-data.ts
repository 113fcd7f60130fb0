import { inflate } from '../decode/inflate.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Incoming } from './endpoint.ts'

const mostParts = 200
const mostHeaderBytes = 4 * 1024

/** Parses a multipart body. Throws a `Refusal` for anything else. */
export async function readFormData(incoming: Incoming): Promise<FormData> {
  const contentType = incoming.headers['content-type'] ?? ''
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^";\s]{1,70})/i.exec(contentType)?.[1]
  if (boundary === undefined) throw new Refusal(415, 'Send a multipart form.')
  const bytes = Buffer.from(inflate(incoming.body, incoming.encoding, incoming.mostBytes))
  refuseExcess(bytes, `--${boundary}`)
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    throw new Refusal(400, 'The multipart form is malformed.', cause)
  }
}

/** The platform's parser has no limits of its own; 20 MB of header lines or of tiny parts would take it seconds. */
function refuseExcess(bytes: Buffer, delimiter: string): void {
  let at = 0
  for (let parts = 1; at !== -1; parts += 1) {
    if (parts > mostParts) throw new Refusal(413, `The form has more than ${mostParts} parts.`)
    const start = bytes.subarray(at, at + mostHeaderBytes)
    if (start.length === mostHeaderBytes && !start.includes('\r\n\r\n'))
      throw new Refusal(413, `The headers of a part are longer than ${mostHeaderBytes} bytes.`)
    at = bytes.indexOf(`\r\n${delimiter}`, at + 1)
  }
}
