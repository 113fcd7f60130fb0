import { afterEach, beforeEach, expect, it } from 'vitest'
import { currentScope, registry } from '../registry.ts'
import { aClient, type TestClient } from '../testing/a-client.ts'
import { watchNavigation } from './navigation.ts'
import { watchWindow } from './window.ts'

/** As much of a page as the hooks touch. */
const page = Object.assign(new EventTarget(), {
  location: { pathname: '/' },
  history: {
    pushState: (_state: unknown, _title: string, path: string) => void (page.location.pathname = path),
    replaceState: (_state: unknown, _title: string, path: string) => void (page.location.pathname = path),
  },
})
const globals = { window: page, location: page.location, history: page.history }

let tracker: TestClient
let unhook: () => void

beforeEach(() => {
  Object.assign(globalThis, globals)
  page.location.pathname = '/'
  tracker = aClient()
  const unhooks = [watchWindow(tracker.client), watchNavigation()]
  unhook = () => unhooks.forEach((undo) => undo())
})
afterEach(() => {
  unhook()
  for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name)
  registry().client = undefined
})

function happen(type: string, what: object): void {
  page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), what))
}

it('an error of the page is reported as nobody’s', async () => {
  happen('error', { error: new TypeError('boom'), message: 'boom', filename: '/a.js', lineno: 1, colno: 2 })
  expect(await tracker.sent()).toMatchObject([
    {
      level: 'error',
      exception: {
        values: [{ type: 'TypeError', value: 'boom', mechanism: { type: 'onerror', handled: false } }],
      },
    },
  ])
})

it('an error without its object is told by message and place', async () => {
  happen('error', {
    error: null,
    message: 'Script error.',
    filename: 'https://shop/a.js',
    lineno: 3,
    colno: 4,
  })
  happen('error', { error: null, message: 'Script error.', filename: '', lineno: 0, colno: 0 })
  const [placed, bare] = (await tracker.sent()).map(({ exception }) => exception?.values[0])
  expect(placed).toMatchObject({
    value: 'Script error.',
    stacktrace: { frames: [{ filename: 'https://shop/a.js', lineno: 3, colno: 4 }] },
  })
  expect(bare).not.toHaveProperty('stacktrace')
})

it('a rejection is reported, and one error once by whatever way it comes', async () => {
  const error = new Error('boom')
  happen('unhandledrejection', { reason: error })
  happen('error', { error, message: 'boom', filename: '', lineno: 0, colno: 0 })
  happen('unhandledrejection', { reason: 'text' })
  const events = await tracker.sent()
  expect(events.map(({ exception }) => exception?.values[0]?.value)).toEqual(['boom', 'text'])
  expect(events[0]?.exception?.values[0]?.mechanism?.type).toBe('onunhandledrejection')
})

it('an error is not kept from what the page does with it', () => {
  const event = new Event('error', { cancelable: true })
  page.dispatchEvent(Object.assign(event, { error: new Error('x'), filename: '' }))
  expect(event.defaultPrevented).toBe(false)
})

it('where the visitor goes is noted, by link and by the way back', () => {
  page.history.pushState(null, '', '/cart')
  page.history.replaceState(null, '', '/cart')
  page.location.pathname = '/'
  page.dispatchEvent(new Event('popstate'))
  expect(currentScope().breadcrumbs).toMatchObject([
    { category: 'navigation', data: { from: '/', to: '/cart' } },
    { category: 'navigation', data: { from: '/cart', to: '/' } },
  ])
})

it('nothing is seen after the hooks are taken out', async () => {
  unhook()
  happen('error', { error: new Error('x'), filename: '' })
  page.history.pushState(null, '', '/cart')
  expect(await tracker.sent()).toEqual([])
  expect(currentScope().breadcrumbs).toEqual([])
})
