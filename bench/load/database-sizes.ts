import type { DatabaseSize } from '../generate/plan.ts'

/** What figures are given for: every issue has ten events. */
export const small: DatabaseSize = { events: 100_000, issues: 10_000 }
export const medium: DatabaseSize = { events: 1_000_000, issues: 100_000 }
export const large: DatabaseSize = { events: 10_000_000, issues: 1_000_000 }

export function nameOf({ events }: DatabaseSize): string {
  return `1e${Math.log10(events)} events`
}
