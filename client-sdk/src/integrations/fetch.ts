import { addBreadcrumb } from '../api.ts'
import { replaceMethod } from './replace-method.ts'

/** Notes the page's requests as breadcrumbs. Arguments and answer pass through untouched. */
export function watchFetch(): () => void {
  return replaceMethod<Parameters<typeof fetch>, Promise<Response>>(
    window,
    'fetch',
    (original) =>
      (...args) => {
        const answer = original(...args)
        const request = describe(args)
        answer.then(
          (response) => note(request, response.status),
          () => note(request, undefined),
        )
        return answer
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
