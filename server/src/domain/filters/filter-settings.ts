/** What a project does not want to see. Globs know `*` and `?`, and do not tell capitals from small letters. */
export interface FilterSettings {
  browserExtensions: boolean
  localhost: boolean
  oldBrowsers: boolean
  crawlers: boolean
  releases: string[]
  environments: string[]
  types: string[]
  messages: string[]
}

/** A new project sees everything: what is dropped unasked is missed when it matters. */
export const defaultFilterSettings: FilterSettings = {
  browserExtensions: false,
  localhost: false,
  oldBrowsers: false,
  crawlers: false,
  releases: [],
  environments: [],
  types: [],
  messages: [],
}

/** Stored with the outcome, so these words never change. */
export type FilterReason =
  | 'browser_extension'
  | 'localhost'
  | 'old_browser'
  | 'crawler'
  | 'release'
  | 'environment'
  | 'type'
  | 'message'
