import type { Event } from '../../server/src/domain/event/event.ts'
import { decideFuse, groupEvent, type Grouping } from '../../server/src/domain/grouping/index.ts'

export interface Bound {
  /** Stands for an issue. */
  group: string
  /** What the hash was made of, for people. */
  key: string
}

/** A code path that produces messages. */
interface Stack {
  templates: number
  firstGroup: string
}

/**
 * Groups events in the order in which they came, as the server would: by their hash, else by a code path that has
 * produced too many. Nothing here was grouped by an older version, so no hash leads to another one.
 */
export function bindEvents(events: Event[]): Bound[] {
  const groups = new Set<string>()
  const stacks = new Map<string, Stack>()
  return events.map((event) => {
    const grouping = groupEvent(event)
    const hash = hexOf(grouping.hash)
    if (groups.has(hash)) return { group: hash, key: describeKey(grouping) }
    const first = grouping.stack && attachOf(stacks, hexOf(grouping.stack), hash)
    if (first !== undefined) return { group: first, key: `${describeKey(grouping)} · fused` }
    groups.add(hash)
    return { group: hash, key: describeKey(grouping) }
  })
}

/** The first group of a stack that has had its share of messages; else the message counts in. */
function attachOf(stacks: Map<string, Stack>, stackHash: string, hash: string): string | undefined {
  const stack = stacks.get(stackHash) ?? { templates: 0, firstGroup: hash }
  if (decideFuse(stack.templates) === 'attach') return stack.firstGroup
  stacks.set(stackHash, { ...stack, templates: stack.templates + 1 })
  return undefined
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function describeKey({ tier, parts }: Grouping): string {
  return `${tier} ${parts.map(({ name, value }) => `${name}=${value}`).join(' · ')}`
}
