/** How much a project keeps. Counts are kept for ever, whatever is set here. */
export interface StorageSettings {
  /** Whole events of one issue; those that are always kept come on top. */
  payloadsPerIssue: number
  /** Whole events of the project, in mebibytes as they are stored; `null` is no limit. */
  payloadMebibytes: number | null
  /** The oldest that a whole event may be, in days since its receipt; `null` is no limit. */
  payloadDays: number | null
  /** The oldest that an event may be to be listed at all; `null` is no limit. */
  eventDays: number | null
}

export const defaultStorageSettings: StorageSettings = {
  payloadsPerIssue: 500,
  payloadMebibytes: 2048,
  payloadDays: null,
  eventDays: 90,
}
