import { defaultFilterSettings, type FilterSettings } from './filters/index.ts'
import { noRules, type GroupingRules } from './grouping/index.ts'
import { defaultLimitSettings, type LimitSettings } from './limits/index.ts'
import { defaultScrubSettings, type ScrubSettings } from './scrub/index.ts'
import { defaultStorageSettings, type StorageSettings } from './storage/index.ts'

/** What is changed on a project's page "Settings". */
export interface PageSettings {
  scrubbing: ScrubSettings
  filters: FilterSettings
  limits: LimitSettings
  storage: StorageSettings
}

/** What a project decides about the events that it is sent. */
export interface ProjectSettings extends PageSettings {
  grouping: GroupingRules
}

export const defaultPageSettings: PageSettings = {
  scrubbing: defaultScrubSettings,
  filters: defaultFilterSettings,
  limits: defaultLimitSettings,
  storage: defaultStorageSettings,
}

export const defaultProjectSettings: ProjectSettings = { ...defaultPageSettings, grouping: noRules }
