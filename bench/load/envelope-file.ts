import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import type { Envelope } from './envelopes.ts'

/** One line of JSON, ids and lengths, then the bodies one after the other. */
export function writeEnvelopes(file: string, envelopes: readonly Envelope[]): void {
  const index = envelopes.map(({ eventId, body }) => [eventId, body.length])
  const parts = [Buffer.from(`${JSON.stringify(index)}\n`), ...envelopes.map(({ body }) => body)]
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, Buffer.concat(parts))
  renameSync(unfinished, file)
}

export function readEnvelopes(file: string): Envelope[] {
  const bytes = readFileSync(file)
  const end = bytes.indexOf('\n')
  const index: [string, number][] = JSON.parse(bytes.toString('utf8', 0, end))
  let at = end + 1
  return index.map(([eventId, length]) => ({ eventId, body: bytes.subarray(at, (at += length)) }))
}

/** The file of a set, made if it is not there. Of today: servers count events by the hour, and events of last week would be another case. */
export function cachedFile(name: string, build: () => Envelope[]): string {
  const folder = cacheFolder('envelopes')
  const today = new Date().toISOString().slice(0, 10)
  for (const other of readdirSync(folder)) if (!other.startsWith(today)) rmSync(join(folder, other))
  const file = join(folder, `${today}-${name}`)
  if (!existsSync(file)) writeEnvelopes(file, build())
  return file
}
