export { groupEvent } from './group-event.ts'
export type { Grouping } from './grouping.ts'
export { markInApp } from './frames/mark-in-app.ts'
