export { scrubEvent } from './scrub-event.ts'
export { defaultScrubSettings, type ScrubSettings } from './settings.ts'
