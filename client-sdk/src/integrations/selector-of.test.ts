import { describe, expect, it } from 'vitest'
import { selectorOf } from './selector-of.ts'

/** As much of an element as a selector is made of. */
interface FakeElement {
  tagName: string
  classList: string[]
  children: FakeElement[]
  parentElement: FakeElement | null
  textContent: string
  value: string
  getAttribute(name: string): string | null
  closest(selector: string): FakeElement | null
}

function anElement(
  tag: string,
  attributes: Record<string, string> = {},
  children: FakeElement[] = [],
): FakeElement {
  const element: FakeElement = {
    tagName: tag.toUpperCase(),
    classList: (attributes['class'] ?? '').split(' ').filter(Boolean),
    children,
    parentElement: null,
    textContent: 'secret',
    value: 'secret',
    getAttribute: (name) => attributes[name] ?? null,
    closest(selector) {
      const isIt = selector.split(', ').includes(tag)
      return isIt ? element : (element.parentElement?.closest(selector) ?? null)
    },
  }
  for (const child of children) child.parentElement = element
  return element
}

const selector = (element: FakeElement): string => selectorOf(element as unknown as Element)

describe('a clicked element', () => {
  it.each([
    ['button', { id: 'pay' }, 'button#pay'],
    ['a', { id: 'home', class: 'link active wide' }, 'a#home.link.active'],
    [
      'input',
      { name: 'email', type: 'email', value: 'ada@example.com' },
      'input[name="email"][type="email"]',
    ],
    [
      'button',
      { 'aria-label': 'Say "no"', type: 'button' },
      'button[aria-label="Say \\"no\\""][type="button"]',
    ],
    ['button', { 'data-testid': 'close' }, 'button[data-testid="close"]'],
    ['button', { id: 'x'.repeat(500) }, `button#${'x'.repeat(60)}`],
  ])('%s %j is told by what its author called it', (tag, attributes: Record<string, string>, told) => {
    expect(selector(anElement(tag, attributes))).toBe(told)
  })

  it('without a name is told by where it stands', () => {
    const buttons = Array.from({ length: 15 }, () => anElement('button', { type: 'button' }))
    const items = buttons.map((button) => anElement('li', {}, [button]))
    anElement('ul', { id: 'orders' }, items)
    const told = buttons.map(selector)
    expect(told[2]).toBe('ul#orders > li:nth-child(3) > button[type="button"]')
    expect(new Set(told).size).toBe(15)
  })

  it('deep in a page is told in four steps', () => {
    let element = anElement('button')
    const button = element
    for (let depth = 0; depth < 20; depth += 1) element = anElement('div', {}, [element])
    expect(selector(button)).toBe('div > div > div > button')
  })

  it('is the button, whatever of it was hit', () => {
    const icon = anElement('svg')
    anElement('button', { id: 'pay' }, [icon])
    expect(selector(icon)).toBe('button#pay')
  })
})

it('what a visitor reads and types is not told', () => {
  const attributes = {
    name: 'note',
    value: 'secret',
    title: 'secret',
    placeholder: 'secret',
    href: '/secret',
  }
  expect(selector(anElement('textarea', attributes))).not.toContain('secret')
})
