const mostSteps = 4
const longestValue = 60
const clickable = 'a, button, input, select, textarea, label, summary, [role="button"]'
/** What tells an element from its like. */
const naming = ['name', 'aria-label', 'data-testid']

/**
 * A short selector of what was clicked: enough to find it, and nothing of what a visitor reads or types, which may be
 * private. What has no name of its own is told by where it stands.
 */
export function selectorOf(target: Element): string {
  const steps: string[] = []
  let element: Element | null = target.closest(clickable) ?? target
  while (element !== null && steps.length < mostSteps) {
    if (isNamed(element)) return [describe(element), ...steps].join(' > ')
    steps.unshift(`${describe(element)}${positionOf(element)}`)
    element = element.parentElement
  }
  return steps.join(' > ')
}

function isNamed(element: Element): boolean {
  return ['id', ...naming].some((name) => Boolean(element.getAttribute(name)))
}

function describe(element: Element): string {
  // A form's fields hide its own properties, such as `id`: attributes are what is written.
  const id = element.getAttribute('id')
  const classes = [...element.classList].slice(0, 2).map((name) => `.${cut(name)}`)
  const attributes = [...naming, 'type'].map((name) => attribute(name, element.getAttribute(name)))
  return [element.tagName.toLowerCase(), id ? `#${cut(id)}` : '', ...classes, ...attributes].join('')
}

function attribute(name: string, value: string | null): string {
  return value ? `[${name}=${JSON.stringify(cut(value))}]` : ''
}

function positionOf(element: Element): string {
  const siblings = element.parentElement?.children
  if (siblings === undefined || siblings.length === 1) return ''
  return `:nth-child(${Array.prototype.indexOf.call(siblings, element) + 1})`
}

function cut(text: string): string {
  return text.slice(0, longestValue)
}
