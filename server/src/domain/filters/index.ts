export { filterEvent } from './filter-event.ts'
export { defaultFilterSettings, type FilterReason, type FilterSettings } from './filter-settings.ts'
