import { readFileSync } from 'node:fs'
import type { Event } from './options.ts'
import type { WireFrame } from './protocol/index.ts'

const linesAround = 5
const longestLine = 300
const largestFileBytes = 5 * 1024 * 1024
const mostFiles = 100

/** Files that were split into lines, the last used at the end; `undefined` for one that cannot be read. */
const files = new Map<string, string[] | undefined>()

/** Adds the lines around each frame, read from disk without blocking. */
export async function addSourceLines(event: Event): Promise<void> {
  const { readFile, stat } = await import('node:fs/promises')
  for (const file of filesOf(event)) {
    if (files.has(file)) continue
    try {
      const { size } = await stat(file)
      remember(file, size > largestFileBytes ? undefined : (await readFile(file, 'utf8')).split('\n'))
    } catch {
      remember(file, undefined)
    }
  }
  fill(event)
}

/** The same when there is no later: the process is about to end. */
export function addSourceLinesNow(event: Event): void {
  for (const file of filesOf(event)) {
    if (files.has(file)) continue
    try {
      remember(file, readFileSync(file, 'utf8').split('\n'))
    } catch {
      remember(file, undefined)
    }
  }
  fill(event)
}

function framesOf({ exception }: Event): WireFrame[] {
  return (exception?.values ?? []).flatMap(({ stacktrace }) => stacktrace?.frames ?? [])
}

function filesOf(event: Event): Set<string> {
  const named = framesOf(event).flatMap(({ filename, lineno }) =>
    filename !== undefined && lineno !== undefined ? [filename] : [],
  )
  return new Set(named.filter((file) => file.startsWith('/') || /^[A-Za-z]:\\/.test(file)))
}

function remember(file: string, lines: string[] | undefined): void {
  files.set(file, lines)
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
