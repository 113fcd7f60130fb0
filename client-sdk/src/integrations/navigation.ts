import { addBreadcrumb } from '../api.ts'
import { replaceMethod } from './replace-method.ts'

/** Notes where the visitor went within the page's life. */
export function watchNavigation(): () => void {
  let here = location.pathname
  const note = (): void => {
    const from = here
    here = location.pathname
    if (from !== here) addBreadcrumb({ category: 'navigation', level: 'info', data: { from, to: here } })
  }
  const after =
    (original: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      const result = original(...args)
      note()
      return result
    }
  const unhooks = [replaceMethod(history, 'pushState', after), replaceMethod(history, 'replaceState', after)]
  window.addEventListener('popstate', note)
  return () => {
    window.removeEventListener('popstate', note)
    unhooks.forEach((unhook) => unhook())
  }
}
