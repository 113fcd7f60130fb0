import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFileHeader } from './file-header.ts'

/**
 * A mark beside the database says how a server that ended in order left the file. A file that is still so need not be
 * read from end to end before it is served.
 */
const suffix = '.clean-stop.json'

/** To be called when nothing has the database open. Without effect while its log holds what the file does not. */
export function writeCleanMark(file: string): void {
  const state = stateOf(file)
  if (state !== undefined) writeFileSync(file + suffix, state, { mode: 0o600 })
}

/** Whether the file is as it was left. */
export function isAsLeft(file: string): boolean {
  const state = stateOf(file)
  return state !== undefined && existsSync(file + suffix) && readFileSync(file + suffix, 'utf8') === state
}

/** To be called before the file is written: what ends without order is to leave no mark. */
export function removeCleanMark(file: string): void {
  rmSync(file + suffix, { force: true })
}

/** Of the file's times also the one that nobody can set. */
function stateOf(file: string): string | undefined {
  if (!existsSync(file) || hasLog(file)) return undefined
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
  const changeCounter = readFileHeader(file)?.changeCounter
  const state = { bytes: Number(size), mtimeNs: String(mtimeNs), ctimeNs: String(ctimeNs), changeCounter }
  return `${JSON.stringify(state)}\n`
}

/** Whether committed changes may be in the write-ahead log alone. */
export function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
