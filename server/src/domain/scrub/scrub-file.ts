import type { Json } from '../event/event.ts'
import { scrubJson } from './scrub-json.ts'
import { scrubTable } from './scrub-table.ts'
import { scrubNamedText } from './scrub-text.ts'
import type { Walk } from './walk.ts'

/** Reading more would hold up other people's events; who attaches a database dump means it. */
const mostBytes = 1024 * 1024
const deepest = 200

export interface File {
  name: string
  contentType: string
  content: Uint8Array
}

/** The content without secrets: texts up to 1 MiB are read, what is larger or no text stays byte by byte. */
export function scrubFile(file: File, walk: Walk): Uint8Array {
  const { content } = file
  if (content.length > mostBytes) return content
  const encoding = encodingOf(file)
  if (encoding === undefined) return content
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString(encoding)
  const clean = scrubContent(text, isTable(file), walk)
  return clean === text ? content : Buffer.from(clean, encoding)
}

const textName =
  /\.(?:log|te?xt|json[lc5]?|ndjson|xml|x?html?|[ct]sv|ya?ml|env|ini|conf|cfg|toml|md|har|sql)$/i
const textType = /^text\/|[/+](?:json|xml|x?html|csv|(?:x-)?ya?ml|x-ndjson|javascript|sql)\b/i

/** Latin-1 gives each byte back as it was, so it reads a text of any other encoding, too. */
function encodingOf({ name, contentType, content }: File): 'utf8' | 'utf16le' | 'latin1' | undefined {
  if (content[0] === 0xff && content[1] === 0xfe && content.length % 2 === 0) return 'utf16le'
  if (!content.includes(0) && isUtf8(content)) return 'utf8'
  return textName.test(name) || textType.test(contentType) ? 'latin1' : undefined
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    // A byte that is none of UTF-8.
    return false
  }
}

function isTable({ name, contentType }: File): boolean {
  return /\.[ct]sv$/i.test(name) || /^text\/(?:csv|tab-separated-values)\b/i.test(contentType)
}

/** JSON stays valid, as one document or as one a line; all else is read as one text, as keys have many lines. */
function scrubContent(text: string, isNamedTable: boolean, walk: Walk): string {
  const document = scrubDocument(text, walk)
  if (document !== undefined) return document
  const lines = text.split('\n')
  if (!isJsonLine(lines[0] ?? '')) return scrubText(scrubTable(text, isNamedTable, walk), walk)
  return lines.map((line) => scrubDocument(line, walk) ?? scrubText(line, walk)).join('\n')
}

const fileName = 'file'

function scrubText(text: string, walk: Walk): string {
  return scrubNamedText(text, fileName, walk.rules.judge(fileName), walk)
}

function isJsonLine(line: string): boolean {
  return parseDocument(line) !== undefined
}

function scrubDocument(text: string, walk: Walk): string | undefined {
  const json = parseDocument(text)
  if (json === undefined) return undefined
  const clean = scrubJson(json, fileName, walk.rules.judge(fileName), walk)
  if (clean === json) return text
  const [, indent = ''] = /^\s*[[{]\r?\n([ \t]{1,8})/.exec(text) ?? []
  return JSON.stringify(clean, null, indent) + (/\s*$/.exec(text.slice(-4))?.[0] ?? '')
}

function parseDocument(text: string): Json | undefined {
  if (!/^\uFEFF?\s*[[{]/.test(text) || isDeep(text)) return undefined
  try {
    const json: Json = JSON.parse(text.replace(/^\uFEFF/, ''))
    return json
  } catch {
    // Cut off, or something else that begins with a bracket: it is read as text.
    return undefined
  }
}

/** Brackets in texts count too: too many of them only mean that the file is read as text. */
function isDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 91 || code === 123) depth += 1
    else if (code === 93 || code === 125) depth -= 1
    if (depth > deepest) return true
  }
  return false
}
