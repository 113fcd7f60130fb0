import * as Browser from './browser.ts'
import * as Mishap from './node.ts'
import type { Event, Options, Scope } from './node.ts'

const options: Options = {
  dsn: 'https://key@host/1',
  ignoreErrors: ['a', /b/],
  beforeSend: async (event) => event,
}
Mishap.init(options) satisfies void
Browser.init(options) satisfies void

Mishap.captureException(new Error('x')) satisfies string
Mishap.captureException('anything', { tags: { a: 1 }, level: 'warning' }) satisfies string
Mishap.captureException(undefined, (scope: Scope) => scope.setTag('a', true)) satisfies string
Mishap.captureMessage('text', 'warning') satisfies string
Mishap.captureMessage('text', { extra: { a: {} } }) satisfies string
Mishap.captureEvent({ message: 'text' } satisfies Partial<Event>) satisfies string
Mishap.withScope((scope) => scope.setUser(null).setContext('a', null) satisfies Scope) satisfies Scope
void (Mishap.withScope(async () => 7) satisfies Promise<number>)
Mishap.lastEventId() satisfies string | undefined
void (Mishap.flush() satisfies Promise<boolean>)
void (Mishap.close(100) satisfies Promise<boolean>)

// @ts-expect-error -- A tag is no object.
Mishap.setTag('a', {})
// @ts-expect-error -- There is no such level.
Mishap.captureMessage('text', 'warn')
// @ts-expect-error -- A context is an object.
Mishap.setContext('a', 'text')
// @ts-expect-error -- There is no such option.
Mishap.init({ dns: '' })
// @ts-expect-error -- A hook answers with an event or null.
Mishap.init({ beforeSend: () => {} })
