import type { Breadcrumb, Event, Level, Mechanism } from './options.ts'
import type { Scope } from './scope.ts'
import type { Settings } from './settings.ts'

/** What the functions of the package ask of the client. */
export interface Reporter {
  readonly settings: Settings
  captureException(error: unknown, scope: Scope, mechanism: Mechanism, stack?: string): string
  captureMessage(message: string, level: Level, scope: Scope, stack?: string): string
  captureEvent(event: Partial<Event>, scope: Scope): string
  addBreadcrumb(breadcrumb: Breadcrumb, scope: Scope): void
  flush(timeoutMs: number): Promise<boolean>
  close(timeoutMs: number): Promise<boolean>
}
