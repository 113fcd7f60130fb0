import { inflate } from '../decode/inflate.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Incoming } from './endpoint.ts'
import { readParameters } from './header-parameters.ts'
import { parseMultipart, type FormPart } from './parse-multipart.ts'

/** RFC 2046, 5.1.1. */
const longestBoundary = 70

/** Parses a multipart body. Throws a `Refusal` for anything else. */
export async function readFormData(incoming: Incoming): Promise<FormData> {
  const { value, parameters } = readParameters(incoming.headers['content-type'] ?? '')
  const boundary = parameters.get('boundary') ?? ''
  if (value !== 'multipart/form-data' || boundary === '')
    throw new Refusal(415, 'Send a multipart form, with its boundary in the Content-Type.')
  if (boundary.length > longestBoundary)
    throw new Refusal(400, `The boundary of a form has at most ${longestBoundary} characters.`)
  const bytes = Buffer.from(inflate(incoming.body, incoming.encoding, incoming.mostBytes))
  const form = new FormData()
  for (const part of parseMultipart(bytes, boundary)) addPart(form, part)
  return form
}

function addPart(form: FormData, { headers, bytes }: FormPart): void {
  const { value, parameters } = readParameters(headers.get('content-disposition') ?? '')
  const name = parameters.get('name')
  if (value !== 'form-data' || name === undefined)
    throw new Refusal(
      400,
      'A part of the form has no name: each needs Content-Disposition: form-data; name="…".',
    )
  const content = isBase64(headers) ? Buffer.from(bytes.toString('latin1'), 'base64') : bytes
  const filename = readFilename(parameters)
  if (filename === undefined) return form.append(unescape(name), new TextDecoder().decode(content))
  const type = headers.get('content-type') ?? 'application/octet-stream'
  form.append(unescape(name), new File([Uint8Array.from(content)], filename, { type }))
}

function isBase64(headers: FormPart['headers']): boolean {
  return headers.get('content-transfer-encoding')?.toLowerCase() === 'base64'
}

/** The one with the star says more: it may hold any character (RFC 5987). */
function readFilename(parameters: Map<string, string>): string | undefined {
  const filename = parameters.get('filename')
  const [, charset, encoded = ''] = /^([\w-]+)'[^']*'(.*)$/s.exec(parameters.get('filename*') ?? '') ?? []
  if (charset?.toLowerCase() !== 'utf-8') return filename === undefined ? undefined : unescape(filename)
  try {
    return decodeURIComponent(encoded)
  } catch (cause) {
    throw new Refusal(400, 'The filename* of a part is not percent-encoded UTF-8.', cause)
  }
}

/** Browsers write these three so, and no other character (the HTML standard, "multipart/form-data encoding"). */
function unescape(text: string): string {
  return text.replaceAll(/%(22|0A|0D)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
