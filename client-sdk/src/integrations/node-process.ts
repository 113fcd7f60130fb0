import type { Client } from '../client.ts'
import { currentScope } from '../registry.ts'
import { sendBeforeExit } from '../transports/send-before-exit.ts'
import { watchTakenRejections } from './taken-rejections.ts'
import { unwrapRejection } from './unwrap-rejection.ts'

const types = {
  uncaughtException: 'onuncaughtexception',
  unhandledRejection: 'onunhandledrejection',
} as const

/**
 * Reports what nobody caught. The monitor hook changes nothing about the process: it dies, or not, with the same
 * exit code and the same words on stderr as without us; and it also sees unhandled rejections, which Node raises
 * as uncaught exceptions.
 */
export function watchProcess(client: Client): () => void {
  const monitor = (error: unknown, origin: keyof typeof types): void =>
    report(client, unwrapRejection(error), origin)
  const onExit = (): void => sendRest(client)
  process.on('uncaughtExceptionMonitor', monitor)
  process.on('exit', onExit)
  const unwatch = watchTakenRejections((reason) => report(client, reason, 'unhandledRejection'))
  return () => {
    process.off('uncaughtExceptionMonitor', monitor)
    process.off('exit', onExit)
    unwatch()
  }
}

function report(client: Client, error: unknown, origin: keyof typeof types): void {
  const mechanism = { type: types[origin], handled: false }
  try {
    if (livesOn(origin)) client.captureException(error, currentScope(), mechanism)
    else sendBeforeExit(client.settings, client.lastWords(error, currentScope(), mechanism))
  } catch {
    // The host's error is about to be printed: ours must not take its place.
  }
}

/** With a handler of the host's own, or a domain, the process goes on, and there is time. */
function livesOn(origin: keyof typeof types): boolean {
  return (
    process.listenerCount('uncaughtException') > 0 ||
    process.hasUncaughtExceptionCaptureCallback() ||
    (origin === 'unhandledRejection' && process.listenerCount('unhandledRejection') > 0)
  )
}

/** `process.exit()` right after an error was captured, as handlers of uncaught exceptions do. */
function sendRest(client: Client): void {
  try {
    sendBeforeExit(client.settings, client.takeUnsent())
  } catch {
    // The process ends as its program wants it to.
  }
}
