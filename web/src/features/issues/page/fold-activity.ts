import type { Activity } from '../../../lib/api.ts'

/** Rules may regroup an issue in many places at once, for one reason: that is told once. */
export function foldActivity(entries: Activity[]): Activity[] {
  return entries.filter(
    (entry, index) =>
      entry.regrouping === null ||
      entries.findIndex((other) => other.regrouping === entry.regrouping && other.detail === entry.detail) ===
        index,
  )
}
