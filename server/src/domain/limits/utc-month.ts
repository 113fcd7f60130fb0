export interface UtcMonth {
  /** Such as "2026-01". */
  name: string
  startMs: number
  /** The first moment of the next one. */
  endMs: number
}

export function utcMonth(nowMs: number): UtcMonth {
  const date = new Date(nowMs)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  return {
    name: date.toISOString().slice(0, 7),
    startMs: Date.UTC(year, month),
    endMs: Date.UTC(year, month + 1),
  }
}
