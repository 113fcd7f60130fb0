/** What a project and each of its keys may send; `null` is no limit. */
export interface LimitSettings {
  keyPerMinute: number | null
  projectPerMinute: number | null
  /** In a month of the calendar, UTC. */
  projectPerMonth: number | null
}

export const defaultLimitSettings: LimitSettings = {
  keyPerMinute: null,
  projectPerMinute: null,
  projectPerMonth: null,
}

/** Stored with the outcome and sent to clients, so these words never change. */
export type LimitReason = 'key_per_minute' | 'project_per_minute' | 'project_per_month'

export interface Limited {
  kind: 'limited'
  reason: LimitReason
  retryAfterSeconds: number
}
