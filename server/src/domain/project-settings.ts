import { defaultFilterSettings, type FilterSettings } from './filters/index.ts'
import { defaultLimitSettings, type LimitSettings } from './limits/index.ts'
import { defaultScrubSettings, type ScrubSettings } from './scrub/index.ts'

/** What a project decides about the events that it is sent. */
export interface ProjectSettings {
  scrubbing: ScrubSettings
  filters: FilterSettings
  limits: LimitSettings
}

export const defaultProjectSettings: ProjectSettings = {
  scrubbing: defaultScrubSettings,
  filters: defaultFilterSettings,
  limits: defaultLimitSettings,
}
