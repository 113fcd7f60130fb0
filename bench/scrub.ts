// Times the scrubber on real envelopes, and its growth on hostile texts: node --import tsx bench/scrub.ts FOLDER
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import type { Event, Json } from '../server/src/domain/event/event.ts'
import { normaliseEvent } from '../server/src/domain/event/normalise-event.ts'
import type { JsonObject } from '../server/src/domain/event/read-json.ts'
import { defaultScrubSettings, scrubEvent } from '../server/src/domain/scrub/index.ts'

interface Growth {
  pump: string
  times: number
  msPerMb: number
}

interface Sample {
  json: string
  event: Event
}

/** The first half only warms up. */
const ROUNDS = 60
const RECEIVED_AT_MS = Date.UTC(2026, 10, 23)

const [folder, flag] = process.argv.slice(2)
if (!folder) throw new Error('Usage: node --import tsx bench/scrub.ts FOLDER [--explain]')

const samples = filesIn(folder).flatMap(readSamples)
const scrub = timeEach((sample) => scrubEvent(sample.event, defaultScrubSettings))
const parse = timeEach((sample) => JSON.parse(sample.json))
const kilobytes = samples.map((sample) => sample.json.length / 1024)
print(
  JSON.stringify({
    events: samples.length,
    medianKb: round(quantile(kilobytes, 0.5)),
    changed: samples.filter((sample) => scrubEvent(sample.event, defaultScrubSettings) !== sample.event)
      .length,
    p50Us: round(quantile(scrub, 0.5)),
    p99Us: round(quantile(scrub, 0.99)),
    usPer10Kb: round((10 * sum(scrub)) / sum(kilobytes)),
    ofJsonParse: round(sum(scrub) / sum(parse)),
    worstGrowth: worstGrowth(),
  }),
)
if (flag === '--explain') explain()

function filesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(?:env|jsonl(?:\.gz)?)$/.test(file))
}

/** Lines of envelopes, and rows of the grouping corpora; whatever is no event is passed over. */
function readSamples(file: string): Sample[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((line) => {
    const parsed = line.startsWith('{') ? parseLine(line) : {}
    const raw = 'event' in parsed ? asEvent(parsed['event']) : asEvent(parsed)
    if (raw === undefined) return []
    const event = normaliseEvent(raw, { eventId: '0'.repeat(32), receivedAtMs: RECEIVED_AT_MS })
    return [{ json: JSON.stringify(raw), event }]
  })
}

function parseLine(line: string): JsonObject {
  const parsed: JsonObject = JSON.parse(line)
  return parsed
}

function asEvent(value: Json | undefined): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return 'platform' in value || 'exception' in value ? value : undefined
}

/** Microseconds for each event: the median of several rounds, since a busy machine interrupts any single one. */
function timeEach(run: (sample: Sample) => unknown): number[] {
  const rounds = Array.from({ length: ROUNDS }, () => samples.map((sample) => time(() => run(sample))))
  return samples.map((_, index) =>
    quantile(
      rounds.slice(ROUNDS / 2).map((times) => times[index] ?? 0),
      0.5,
    ),
  )
}

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return (performance.now() - start) * 1000
}

/** Of this process alone, so that a busy machine does not look like growth. */
function cpuTime(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return user + system
}

/** How much longer eight times the text takes, for the worst of these pumps: 8 is linear. */
function worstGrowth(): Growth | undefined {
  const pumps = `a= a: password= password:" password:' password=\\" key= key=" key:' "token":[ "token":{ pin<pin> ://a:b :// -----BEGIN eyJ eyJ. eyJa.eyJb.
    ghp_ gh-ghp_ AKIA bearer~ Bearer~aaaaaaa basic~ 4111~ 4- 4~ 1. 1.1. 2001: DE89 DE89~3704~ --password~ --token~- cookie:~ %3D a%3D %26 sk- SG. ya29.
    authorization:~digest~ <token> => secret=> session: [Filtered] password=[Filtered] \\ " ' 0 - _ aA1 a:b=c%3Dd>`
  const growths = pumps.split(/\s+/).map((pump): Growth => {
    const text = pump.replaceAll('~', ' ')
    const small = timeOf(text.repeat(Math.ceil(100_000 / text.length)))
    const large = timeOf(text.repeat(Math.ceil(800_000 / text.length)))
    return { pump, times: round(large / small), msPerMb: round(large / 800) }
  })
  return growths.toSorted((one, other) => other.times - one.times)[0]
}

function timeOf(text: string): number {
  const event = normaliseEvent({ extra: { text } }, { eventId: '0'.repeat(32), receivedAtMs: RECEIVED_AT_MS })
  return Math.min(...Array.from({ length: 7 }, () => cpuTime(() => scrubEvent(event, defaultScrubSettings))))
}

/** What was removed over the corpus: the rule, the path without its numbers, and the text around it. */
function explain(): void {
  const found = new Map<string, number>()
  for (const { event } of samples) {
    for (const line of changes(event, scrubEvent(event, defaultScrubSettings), ''))
      found.set(line, (found.get(line) ?? 0) + 1)
  }
  for (const [line, times] of found) print(`${times} ${line}`)
}

function changes(before: unknown, after: unknown, path: string): string[] {
  if (before === after || path === '._meta') return []
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return [`${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`]
  const entries = new Map(Object.entries(after))
  return Object.entries(before).flatMap(([key, value]) =>
    changes(value, entries.get(key), /^\d+$/.test(key) ? `${path}[]` : `${path}.${key}`),
  )
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function quantile(values: number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
