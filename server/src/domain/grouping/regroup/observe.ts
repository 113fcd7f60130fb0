import type { Event } from '../../event/event.ts'
import { groupEvent } from '../group-event.ts'
import type { Grouping } from '../grouping.ts'
import type { GroupingRules } from '../rules/rule.ts'

/** A stored event as the lab reads it. */
export interface StoredEvent {
  eventId: Buffer
  /** The fingerprint that holds it. */
  fingerprint: number
  title: string
  event: Event
}

export interface Example {
  eventId: string
  title: string
}

/** Events of one fingerprint that the new rules give one hash. */
export interface Part {
  /** Hex; undefined for those which the new rules leave as they are. */
  hash: string | undefined
  events: number
  examples: Example[]
  /** Why the hash is another: by what rule, or by the usual grouping. */
  reason: string
  /** Of its first event, for those which move. */
  grouping?: Grouping
}

/** What becomes of the events of each fingerprint, in the order in which it was seen. */
export type Observed = Map<number, Map<string | undefined, Part>>

export const mostExamples = 3
/** Parts beyond this many stay where they are: hardly anybody wants a thousand issues of one. */
export const mostParts = 200

/** Where an event goes. Only a difference between the two sets of rules counts, not one to an older grouping. */
export function regroupEvent(
  event: Event,
  before: GroupingRules,
  after: GroupingRules,
): { hash: string; grouping: Grouping } | undefined {
  const grouping = groupEvent(event, after)
  const isSame = Buffer.compare(groupEvent(event, before).hash, grouping.hash) === 0
  return isSame ? undefined : { hash: Buffer.from(grouping.hash).toString('hex'), grouping }
}

/** Counts one event, in place: the events of a project are many, and never in memory together. */
export function observe(
  observed: Observed,
  stored: StoredEvent,
  before: GroupingRules,
  after: GroupingRules,
): void {
  const parts = observed.get(stored.fingerprint) ?? new Map<string | undefined, Part>()
  observed.set(stored.fingerprint, parts)
  const moved = regroupEvent(stored.event, before, after)
  const hash = moved && (parts.has(moved.hash) || parts.size <= mostParts) ? moved.hash : undefined
  const part = parts.get(hash) ?? {
    hash,
    events: 0,
    examples: [],
    reason: reasonOf(hash, moved?.grouping),
    ...(hash !== undefined && moved && { grouping: moved.grouping }),
  }
  parts.set(hash, part)
  part.events += 1
  if (part.examples.length < mostExamples)
    part.examples.push({ eventId: stored.eventId.toString('hex'), title: stored.title })
}

function reasonOf(hash: string | undefined, grouping: Grouping | undefined): string {
  if (hash === undefined || grouping === undefined) return 'The rules change nothing about these events.'
  const ruled = grouping.parts.find(({ reason }) => reason.includes('of the project’s rules'))
  if (ruled !== undefined) return ruled.reason
  return 'Grouped as usual: no rule is about these events any more, or it changes what is left of them.'
}
