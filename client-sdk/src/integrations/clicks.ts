import { addBreadcrumb } from '../api.ts'

/** Notes what was clicked, by tag, id and classes: never the text, which may be private. */
export function watchClicks(): () => void {
  const note = (event: Event): void => {
    if (!(event.target instanceof Element)) return
    try {
      addBreadcrumb({ category: 'ui.click', level: 'info', message: describe(event.target) })
    } catch {
      // A form's fields may hide its own properties; a click must not fail for that.
    }
  }
  document.addEventListener('click', note, { capture: true, passive: true })
  return () => document.removeEventListener('click', note, { capture: true })
}

function describe(element: Element): string {
  const clickable = element.closest('a, button, input, select, label, [role="button"]') ?? element
  const id = clickable.id === '' ? '' : `#${clickable.id}`
  const classes = [...clickable.classList].slice(0, 3).map((name) => `.${name}`)
  return `${clickable.tagName.toLowerCase()}${id}${classes.join('')}`
}
