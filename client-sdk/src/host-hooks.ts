import type { Breadcrumb, Event, EventHint } from './options.ts'
import { runWithScope } from './registry.ts'
import { Scope } from './scope.ts'
import type { Settings } from './settings.ts'

export interface HostHooks {
  /** While a hook runs. What it starts is known by its muted scope. */
  isRunning(): boolean
  /** The event to send, or null. */
  beforeSend(event: Event, hint: EventHint): Promise<Event | null>
  /** The same when the process is about to end: of a hook that answers later the event is taken as it was. */
  beforeSendNow(event: Event, hint: EventHint): Event | null
  beforeBreadcrumb(breadcrumb: Breadcrumb): Breadcrumb | null
}

interface HostHooksParts {
  settings: Settings
  /** Resolves after a hook has had its time. */
  waitForHook(): Promise<void>
  debug(message: string, cause: unknown): void
}

/**
 * Runs the functions that the host gave us. They may throw, never answer, log, or capture: the event is then sent as
 * it was, and nothing that happens inside them is captured.
 */
export function createHostHooks({ settings, waitForHook, debug }: HostHooksParts): HostHooks {
  let running = 0

  function run<Result>(name: string, hook: () => Result): Result | undefined {
    const muted = new Scope()
    muted.isMuted = true
    running += 1
    try {
      return runWithScope(muted, hook)
    } catch (error) {
      debug(`${name} threw`, error)
      return undefined
    } finally {
      running -= 1
    }
  }

  return {
    isRunning: () => running > 0,
    async beforeSend(event, hint) {
      const answer = run('beforeSend', () => settings.beforeSend?.(event, hint))
      if (!isThenable(answer)) return eventOr(event, answer)
      try {
        return eventOr(event, await Promise.race([answer, waitForHook()]))
      } catch (error) {
        debug('beforeSend rejected', error)
        return event
      }
    },
    beforeSendNow(event, hint) {
      const answer = run('beforeSend', () => settings.beforeSend?.(event, hint))
      return isThenable(answer) ? event : eventOr(event, answer)
    },
    beforeBreadcrumb(breadcrumb) {
      const { beforeBreadcrumb } = settings
      if (beforeBreadcrumb === undefined) return breadcrumb
      const answer = run('beforeBreadcrumb', () => beforeBreadcrumb(breadcrumb))
      return answer === undefined ? breadcrumb : answer
    },
  }
}

function isThenable<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** A hook that forgot to return has not said that the event is to be kept back. */
function eventOr(event: Event, answer: Event | null | void): Event | null {
  return answer === null || typeof answer === 'object' ? answer : event
}
