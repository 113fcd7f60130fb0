export { groupEvent } from './group-event.ts'
export { GROUPING_VERSION, type FingerprintPart, type Grouping, type Tier } from './grouping.ts'
export { markInApp } from './frames/mark-in-app.ts'
