import type { Client } from '../client.ts'
import { currentScope } from '../registry.ts'

/** Reports what the page did not catch: errors and rejections. Their default handling goes on as before. */
export function watchWindow(client: Client): () => void {
  const report = (error: unknown, type: string, stack?: string): void => {
    try {
      client.captureException(error, currentScope(), { type, handled: false }, stack)
    } catch {
      // An error of ours would be the next to come here.
    }
  }
  const onError = (event: ErrorEvent): void => {
    // Scripts of other origins, and old engines, give no error: then message and place are all there is.
    const error: unknown = event.error ?? event.message
    const place = event.filename === '' ? undefined : `at ${event.filename}:${event.lineno}:${event.colno}`
    report(error, 'onerror', place)
  }
  const onRejection = (event: PromiseRejectionEvent): void => {
    report(event.reason, 'onunhandledrejection')
  }
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}
