import { gzipSync } from 'node:zlib'
import { cachedFile, readEnvelopes } from './envelope-file.ts'
import { seedRandom } from './random.ts'
import { readTemplates, type EnvelopeKind, type TemplateEvent } from './read-templates.ts'
import { showProgress } from './show-progress.ts'
import { varyEvent } from './vary-event.ts'

export type { EnvelopeKind } from './read-templates.ts'

export interface Envelope {
  /** 32 hex digits, in the header and in the payload. */
  eventId: string
  body: Buffer
}

export interface EnvelopeOptions {
  /** Another seed gives other event ids: with the same, the events would be taken for resent ones. */
  seed?: number
  /** Of how many sites they come: about two in three become an issue, since some crash alike. */
  issues?: number
  /** A last change to each event, for events that are to be harder to store or to search. Not cached. */
  change?: (event: TemplateEvent, index: number) => void
}

const defaults = { seed: 1, issues: 200 }
const cacheFrom = 2_000

/** Headers that go with bodies of this kind: as the SDKs send them, gzip from Node and plain from browsers. */
export function headersOf(kind: EnvelopeKind): Record<string, string> {
  return kind === 'node'
    ? { 'content-type': 'application/x-sentry-envelope', 'content-encoding': 'gzip' }
    : { 'content-type': 'text/plain;charset=UTF-8' }
}

/**
 * Envelopes of one event each, with ids and users of their own and times of today. Many take a while, about 0.5 ms
 * each: those are kept outside the repository for the rest of the day.
 */
export function makeEnvelopes(kind: EnvelopeKind, count: number, options: EnvelopeOptions = {}): Envelope[] {
  if (count >= cacheFrom && !options.change) return readEnvelopes(prepareEnvelopes(kind, count, options))
  return buildEnvelopes(kind, count, options)
}

/** As `makeEnvelopes`, without holding them: answers with the file that they are in. */
export function prepareEnvelopes(
  kind: EnvelopeKind,
  count: number,
  { seed = defaults.seed, issues = defaults.issues }: Omit<EnvelopeOptions, 'change'> = {},
): string {
  const name = `${kind}-${count}-${issues}-${seed}`
  return cachedFile(name, () => buildEnvelopes(kind, count, { seed, issues }))
}

function buildEnvelopes(kind: EnvelopeKind, count: number, options: EnvelopeOptions): Envelope[] {
  const { seed, issues, change } = { ...defaults, ...options }
  const templates = readTemplates(kind)
  const random = seedRandom(seed)
  const nowMs = Date.now()
  const progress = showProgress(`Making ${count} ${kind} events`, count)
  return Array.from({ length: count }, (_, index) => {
    const issue = random.below(issues)
    const event: TemplateEvent = JSON.parse(templates[issue % templates.length] ?? '')
    varyEvent(event, Math.floor(issue / templates.length), random, nowMs)
    change?.(event, index)
    progress(index + 1)
    const body = Buffer.from(envelopeText(event, nowMs))
    return { eventId: event.event_id, body: kind === 'node' ? gzipSync(body) : body }
  })
}

function envelopeText(event: TemplateEvent, nowMs: number): string {
  const { event_id, sdk, environment, release, contexts } = event
  const headers = {
    event_id,
    sent_at: new Date(nowMs).toISOString(),
    sdk: { name: sdk.name, version: sdk.version },
    trace: { environment, release, trace_id: contexts.trace.trace_id },
  }
  return `${JSON.stringify(headers)}\n{"type":"event"}\n${JSON.stringify(event)}\n`
}
