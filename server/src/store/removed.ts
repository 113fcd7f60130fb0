import type { Removed } from '../domain/scrub/index.ts'

/** What was removed from a text or a file, as it is stored: JSON, or nothing where nothing was. */
export function writeRemoved(removed: Removed): string | null {
  return removed.length === 0 ? null : JSON.stringify(removed)
}

/** Only we write it. */
export function readRemoved(json: string | null): Removed {
  return json === null ? [] : (JSON.parse(json) as Removed)
}
