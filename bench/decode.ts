// Times each step from the bytes of an event item to its record: node --import tsx bench/decode.ts FOLDER
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseEnvelope } from '@mishap/sdk/protocol'
import { cleanTree } from '../server/src/domain/event/clean-tree.ts'
import { normaliseEvent } from '../server/src/domain/event/normalise-event.ts'
import { parseEventJson } from '../server/src/domain/event/parse-event-json.ts'
import { trimEvent } from '../server/src/domain/event/trim-event.ts'
import { defaultProjectSettings } from '../server/src/domain/project-settings.ts'
import { filterEvent } from '../server/src/domain/filters/index.ts'
import { groupEvent, markInApp } from '../server/src/domain/grouping/index.ts'
import { scrubEvent } from '../server/src/domain/scrub/index.ts'

/** The first half only warms up. */
const rounds = 60
const origin = { eventId: '0'.repeat(32), receivedAtMs: Date.UTC(2026, 10, 23) }
const { scrubbing, filters } = defaultProjectSettings

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Usage: node --import tsx bench/decode.ts FOLDER')

const all = filesIn(folder).flatMap(readPayloads)
for (const name of new Set(all.map(({ of }) => of))) {
  const payloads = all.filter(({ of }) => of === name)
  const kilobytes = payloads.reduce((sum, { payload }) => sum + payload.length, 0) / 1024
  const medians = medianSteps(payloads)
  const { clean = 0, normalise = 0, scrub = 0, jsonParse = 0 } = medians
  const own = clean + normalise + scrub
  process.stdout.write(
    `${JSON.stringify({
      corpus: name,
      events: payloads.length,
      meanKb: round(kilobytes / payloads.length),
      us: Object.fromEntries(Object.entries(medians).map(([step, us]) => [step, round(us)])),
      cleanNormaliseScrubUs: round(own),
      ofJsonParse: round(own / jsonParse),
    })}\n`,
  )
}

function medianSteps(payloads: { payload: Uint8Array }[]): Record<string, number> {
  const runs = Array.from({ length: rounds }, () => payloads.map(({ payload }) => timeSteps(payload)))
  const warm = runs.slice(rounds / 2).flat()
  const steps = Object.keys(warm[0] ?? {})
  return Object.fromEntries(steps.map((step) => [step, median(warm.map((times) => times[step] ?? 0))]))
}

function timeSteps(payload: Uint8Array): Record<string, number> {
  const text = Buffer.from(payload).toString('utf8')
  const jsonParse = timed(() => JSON.parse(text))
  const parse = timed(() => parseEventJson(payload))
  const clean = timed(() => cleanTree(parse.result))
  if (typeof clean.result !== 'object' || clean.result === null || Array.isArray(clean.result)) return {}
  const raw = clean.result
  const normalise = timed(() => normaliseEvent(raw, origin))
  const scrub = timed(() => scrubEvent(normalise.result, scrubbing))
  const filter = timed(() => filterEvent(scrub.result, filters))
  const mark = timed(() => markInApp(scrub.result))
  const group = timed(() => groupEvent(mark.result))
  const trim = timed(() => trimEvent(mark.result))
  const steps = { jsonParse, parse, clean, normalise, scrub, filter, mark, group, trim }
  return Object.fromEntries(Object.entries(steps).map(([step, { us }]) => [step, us]))
}

function timed<Result>(work: () => Result): { result: Result; us: number } {
  const from = performance.now()
  const result = work()
  return { result, us: (performance.now() - from) * 1_000 }
}

function filesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.env'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The event items of an envelope file, by the folder that it is in. */
function readPayloads(file: string): { of: string; payload: Uint8Array }[] {
  const { items } = parseEnvelope(readFileSync(file))
  const of = file.split('/').at(-2) ?? ''
  return items.filter(({ headers }) => headers.type === 'event').map(({ payload }) => ({ of, payload }))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
