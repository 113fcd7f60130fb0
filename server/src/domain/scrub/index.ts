export { scrubEvent } from './scrub-event.ts'
export { scrubFile } from './scrub-file.ts'
export { scrubText } from './scrub-part.ts'
export { defaultScrubSettings, type ScrubSettings } from './settings.ts'
