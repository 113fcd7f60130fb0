import { readFileSync, statSync, type Stats } from 'node:fs'
import type { Event } from './options.ts'
import type { WireFrame } from './protocol/index.ts'

const linesAround = 5
const longestLine = 300
const largestFileBytes = 5 * 1024 * 1024
const mostFiles = 100

/** A stack is text that anybody may have written: it must not show other files, nor wait on a device. */
const sourceFile = /^(?:\/|[A-Za-z]:[\\/]).*\.(?:[cm]?[jt]sx?|vue|svelte)$/

/** Files that were split into lines, the last used at the end; `undefined` for one that cannot be read. */
const files = new Map<string, string[] | undefined>()

/** Adds the lines around each frame, read from disk without blocking. */
export async function addSourceLines(event: Event): Promise<void> {
  const { readFile, stat } = await import('node:fs/promises')
  for (const file of filesOf(event)) {
    if (isKnown(file)) continue
    try {
      remember(file, isReadable(await stat(file)) ? await readFile(file, 'utf8') : undefined)
    } catch {
      remember(file, undefined)
    }
  }
  fill(event)
}

/** The same when there is no later: the process is about to end. */
export function addSourceLinesNow(event: Event): void {
  for (const file of filesOf(event)) {
    if (isKnown(file)) continue
    try {
      remember(file, isReadable(statSync(file)) ? readFileSync(file, 'utf8') : undefined)
    } catch {
      remember(file, undefined)
    }
  }
  fill(event)
}

function framesOf({ exception }: Event): WireFrame[] {
  return (exception?.values ?? []).flatMap(({ stacktrace }) => stacktrace?.frames ?? [])
}

/** No more than can be remembered at once, those of the newest calls. */
function filesOf(event: Event): string[] {
  const named = framesOf(event).flatMap(({ filename, lineno }) =>
    filename !== undefined && lineno !== undefined && sourceFile.test(filename) ? [filename] : [],
  )
  return [...new Set(named)].slice(-mostFiles)
}

function isReadable(stats: Stats): boolean {
  return stats.isFile() && stats.size <= largestFileBytes
}

function isKnown(file: string): boolean {
  if (!files.has(file)) return false
  const lines = files.get(file)
  files.delete(file)
  files.set(file, lines)
  return true
}

function remember(file: string, text: string | undefined): void {
  files.set(file, text?.split(/\r?\n/))
  const [oldest] = files.keys()
  if (files.size > mostFiles && oldest !== undefined) files.delete(oldest)
}

function fill(event: Event): void {
  for (const frame of framesOf(event)) {
    const lines = frame.filename === undefined ? undefined : files.get(frame.filename)
    const at = (frame.lineno ?? 0) - 1
    const line = lines?.[at]
    if (lines === undefined || line === undefined) continue
    frame.pre_context = lines.slice(Math.max(0, at - linesAround), at).map(cut)
    frame.context_line = cut(line)
    frame.post_context = lines.slice(at + 1, at + 1 + linesAround).map(cut)
  }
}

function cut(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
}
