export { filterEvent } from './filter-event.ts'
export { defaultFilterSettings, type FilterSettings } from './filter-settings.ts'
