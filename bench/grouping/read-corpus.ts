import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Event, Json } from '../../server/src/domain/event/event.ts'
import { receiveEvent } from './receive-event.ts'

export interface Row {
  /** The bug that was thrown, fixed in the program before anything was scored. */
  truth: string
  event: Event
}

export interface Corpus {
  name: string
  rows: Row[]
}

interface Line {
  truth: string
  event: Json
}

const folder = fileURLToPath(new URL('corpora/', import.meta.url))

/** The paths of the corpora that are kept here. */
export function listCorpora(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .toSorted()
    .map((name) => folder + name)
}

export function readCorpus(path: string): Corpus {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line))
    .filter(({ truth }) => !isDebatable(truth))
    .map(({ truth, event }) => ({ truth, event: receiveEvent(event) }))
  return { name: basename(path).replace(/\.jsonl(\.gz)?$/, ''), rows }
}

/** A label about which two people would differ counts for nothing. */
function isDebatable(truth: string): boolean {
  return truth.startsWith('?')
}
