/** What a project decides about the removal of secrets and personal data. */
export interface ScrubSettings {
  /** The built-in words and patterns. Without them only `words` and `ipAddresses` are looked for. */
  defaults: boolean
  /** More names whose values are removed, also where they are part of a longer name. */
  words: string[]
  /** Names whose values, with all that is in them, stay as they were sent. Wins over everything else. */
  safeFields: string[]
  /** Removes the user's address, and addresses in headers and texts. */
  ipAddresses: boolean
}

export const defaultScrubSettings: ScrubSettings = {
  defaults: true,
  words: [],
  safeFields: [],
  ipAddresses: true,
}
