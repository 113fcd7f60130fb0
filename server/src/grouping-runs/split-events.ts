import { regroupEvent, type Part } from '../domain/grouping/index.ts'
import { leadingHashOf } from './leading-hash-of.ts'
import type { MovedEvent } from '../store/regroup-by-rules/moved-event.ts'
import { moveEvents } from '../store/regroup-by-rules/move-events.ts'
import { scanEvents, type ScanPlace } from '../store/regroup-by-rules/scan-events.ts'
import { settleFingerprint } from '../store/regroup-by-rules/settle-fingerprint.ts'
import { splitFingerprint } from '../store/regroup-by-rules/split-fingerprint.ts'
import type { Store } from '../store/store.ts'
import { movedEventOf } from './moved-event-of.ts'
import type { Trial } from './observe-project.ts'
import type { Pace } from './pace.ts'
import { createStaying, type Staying } from './staying.ts'

const eventsAtOnce = 50
/** Events keep coming in while those that stay are read; after some tries the rest is left to the next change. */
const mostPasses = 5

export interface Split extends Trial {
  regrouping: number
  actor: string
  now: number
  fingerprint: number
  parts: Part[]
}

/** Moves the parts of a fingerprint out of it, slice by slice, and then tells of it what is true without them. */
export async function splitEvents(store: Store, split: Split, step: Pace['step']): Promise<void> {
  const made = new Map<string, number>()
  for (let pass = 0; pass < mostPasses; pass++) {
    const staying = createStaying()
    await movePass(store, split, { made, staying, step })
    const settling = staying.settling()
    if (settling === undefined) return
    const { projectId, fingerprint: number } = split
    if (await store.write(settleFingerprint, { projectId, number, ...settling })) return
  }
}

interface Passing {
  /** The fingerprints made for hashes so far. */
  made: Map<string, number>
  staying: Staying
  step: Pace['step']
}

async function movePass(store: Store, split: Split, { made, staying, step }: Passing): Promise<void> {
  const scan = scanEvents(store.reader, split.projectId)
  const parts = new Map(split.parts.map((part) => [part.hash, part]))
  let last: ScanPlace | undefined
  let count = 0
  for (;;) {
    const { events, end } = await scan.ofFingerprint(split.fingerprint, last, eventsAtOnce)
    const leaving = new Map<Part, MovedEvent[]>()
    for (const scanned of events) {
      const part = parts.get(regroupEvent(scanned.event, split.before, split.after)?.hash)
      const moved = movedEventOf(scanned)
      if (part === undefined) staying.stays(moved)
      else {
        staying.leaves(moved)
        leaving.set(part, [...(leaving.get(part) ?? []), moved])
      }
      count += 1
      await step(count)
    }
    for (const [part, moved] of leaving) await moveSlice(store, split, { part, moved, made })
    last = end
    if (last === undefined) return
  }
}

async function moveSlice(
  store: Store,
  split: Split,
  { part, moved, made }: { part: Part; moved: MovedEvent[]; made: Map<string, number> },
): Promise<void> {
  const { projectId, regrouping, actor, now, fingerprint: from } = split
  const { hash, grouping, reason } = part
  if (hash === undefined || grouping === undefined) return
  const to = made.get(hash)
  if (to !== undefined) {
    await store.write(moveEvents, { projectId, from, to, events: moved })
    return
  }
  const { title, type, value, culprit } = grouping
  const created = await store.write(splitFingerprint, {
    projectId,
    regrouping,
    actor,
    now,
    from,
    hash: leadingHashOf(hash, grouping),
    heading: { title, type, value, culprit },
    reason,
    events: moved,
  })
  if (created !== undefined) made.set(hash, created)
}
