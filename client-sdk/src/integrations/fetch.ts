import { addBreadcrumb } from '../api.ts'
import { replaceMethod } from './replace-method.ts'

/** Notes the page's requests as breadcrumbs. Arguments and answer pass through untouched. */
export function watchFetch(): () => void {
  return replaceMethod<Parameters<typeof fetch>, Promise<Response>>(
    globalThis,
    'fetch',
    (original) =>
      (...args) => {
        const request = describe(args)
        // Whoever called gets what follows our note: a rejection that nobody takes stays one that nobody takes.
        return original(...args).then(
          (response) => {
            note(request, response.status)
            return response
          },
          (error: unknown) => {
            note(request, undefined)
            throw error
          },
        )
      },
  )
}

interface Described {
  method: string
  url: string
}

function describe([input, init]: Parameters<typeof fetch>): Described {
  try {
    const isRequest = input instanceof Request
    const url = isRequest ? input.url : String(input)
    return { method: init?.method ?? (isRequest ? input.method : 'GET'), url: url.replace(/[?#].*$/s, '') }
  } catch {
    return { method: 'GET', url: '[unreadable]' }
  }
}

function note({ method, url }: Described, status: number | undefined): void {
  addBreadcrumb({
    type: 'http',
    category: 'fetch',
    level: status === undefined || status >= 500 ? 'error' : status >= 400 ? 'warning' : 'info',
    data: { method, url, ...(status === undefined ? { failed: true } : { status_code: status }) },
  })
}
