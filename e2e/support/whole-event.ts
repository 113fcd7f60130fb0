import type { Event, EventDetail } from '../../server/src/contract/index.ts'

/** As the latest event of an issue always is. */
export type WholeEvent = EventDetail & { event: Event }
