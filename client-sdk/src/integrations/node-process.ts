import type { Client } from '../client.ts'
import { currentScope } from '../registry.ts'
import { sendBeforeExit } from '../transports/send-before-exit.ts'
import { addSourceLinesNow } from '../source-lines.ts'

/**
 * Reports what nobody caught. The monitor hook changes nothing about the process: it dies, or not, with the same
 * exit code and the same words on stderr as without us; and it also sees unhandled rejections, which Node raises
 * as uncaught exceptions.
 */
export function watchProcess(client: Client): () => void {
  const monitor = (error: unknown, origin: string): void => {
    const type = origin === 'unhandledRejection' ? 'onunhandledrejection' : 'onuncaughtexception'
    report(client, error, { type, handled: false })
  }
  process.on('uncaughtExceptionMonitor', monitor)
  return () => void process.off('uncaughtExceptionMonitor', monitor)
}

function report(client: Client, error: unknown, mechanism: { type: string; handled: false }): void {
  try {
    // With a handler of the host's own the process lives on, and there is time.
    if (process.listenerCount('uncaughtException') > 0)
      client.captureException(error, currentScope(), mechanism)
    else sendBeforeExit(client, client.buildLastEnvelope(error, currentScope(), mechanism, addSourceLinesNow))
  } catch {
    // The host's error is about to be printed: ours must not take its place.
  }
}
