export {
  addBreadcrumb,
  captureEvent,
  captureException,
  captureMessage,
  close,
  flush,
  lastEventId,
  setContext,
  setExtra,
  setTag,
  setTags,
  setUser,
  withScope,
} from './api.ts'
export type { CaptureContext, CaptureHint } from './capture-hint.ts'
export type { Breadcrumb, Event, EventHint, Level, Options, Primitive, User } from './options.ts'
export type { Scope } from './scope.ts'
