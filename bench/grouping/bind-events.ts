import type { Event } from '../../server/src/domain/event/event.ts'
import { groupEvent, type Grouping } from '../../server/src/domain/grouping/index.ts'

export interface Bound {
  /** Stands for an issue. */
  group: string
  /** What the hash was made of, for people. */
  key: string
}

/** Groups events in the order in which they came, as the server would. */
export function bindEvents(events: Event[]): Bound[] {
  return events.map((event) => {
    const grouping = groupEvent(event)
    return { group: Buffer.from(grouping.hash).toString('hex'), key: describeKey(grouping) }
  })
}

function describeKey({ tier, parts }: Grouping): string {
  return `${tier} ${parts.map(({ name, value }) => `${name}=${value}`).join(' · ')}`
}
