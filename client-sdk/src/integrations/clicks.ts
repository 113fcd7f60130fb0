import { addBreadcrumb } from '../api.ts'
import { selectorOf } from './selector-of.ts'

/** Notes what was clicked. */
export function watchClicks(): () => void {
  const note = (event: Event): void => {
    if (!(event.target instanceof Element)) return
    try {
      addBreadcrumb({ category: 'ui.click', level: 'info', message: selectorOf(event.target) })
    } catch {
      // A form's fields may hide its own properties; a click must not fail for that.
    }
  }
  document.addEventListener('click', note, { capture: true, passive: true })
  return () => document.removeEventListener('click', note, { capture: true })
}
