export { scrubEvent } from './scrub-event.ts'
export { createScrubber, type Removed } from './scrubber.ts'
export { defaultScrubSettings, type ScrubSettings } from './settings.ts'
