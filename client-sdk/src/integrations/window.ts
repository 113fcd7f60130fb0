import type { Client } from '../client.ts'
import { currentScope } from '../registry.ts'

/** Reports what the page did not catch: errors and rejections. Their default handling goes on as before. */
export function watchWindow(client: Client): () => void {
  const onError = (event: ErrorEvent): void => {
    // A script of another origin says only "Script error.": then the message is all there is.
    const error: unknown = event.error ?? event.message
    client.captureException(error, currentScope(), { type: 'onerror', handled: false })
  }
  const onRejection = (event: PromiseRejectionEvent): void => {
    client.captureException(event.reason, currentScope(), { type: 'onunhandledrejection', handled: false })
  }
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}
