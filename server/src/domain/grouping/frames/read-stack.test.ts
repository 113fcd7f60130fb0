import { expect, it } from 'vitest'
import { aFrame, anError, thrown } from '../testing/an-event.ts'
import { markInApp } from './mark-in-app.ts'
import { readStack } from './read-stack.ts'

function nameIn(platform: string, name: string): string | undefined {
  return readStack([aFrame('/a/x', { function: name })], platform).calls[0]?.name
}

it.each([
  ['Object.checkout', 'checkout'],
  ['async Cart.load', 'load'],
  ['async*load', 'load'],
  ['new Cart', 'Cart'],
  ['Client.onend [as callback]', 'onend'],
  ['Dd</window.__run', '__run'],
  ['render/<', ''],
  ['Object.<anonymous>', ''],
  ['?', ''],
  ['module code', ''],
])('reads the JavaScript function %s', (raw, name) => expect(nameIn('javascript', raw)).toBe(name))

it.each([
  ['python', '<lambda>', ''],
  ['python', 'Cart.total', 'total'],
  ['ruby', 'block (2 levels) in index', 'index'],
  ['ruby', 'Cart#total', 'total'],
  ['java', 'lambda$main$5', 'main'],
  ['java', 'invokeSuspend', ''],
  ['go', 'github.com/acme/shop/cart.(*Cart).Total.func1.2', 'cart.(*Cart).Total'],
  ['rust', 'shop::cart::total::{{closure}}::h0123456789abcdef', 'shop::cart::total'],
  ['php', '{closure:/srv/a.php:12}', ''],
  ['csharp', '<Load>d__3.MoveNext', 'Load'],
  ['csharp', '<>c__DisplayClass1_0.<Run>b__0', 'Run'],
  ['native', 'shop::total(int) const', 'shop::total'],
  ['native', '__45-[Cart total]_block_invoke_2', '-[Cart total]'],
  ['native', '<redacted>', ''],
])('reads the %s function %s', (platform, raw, name) => expect(nameIn(platform, raw)).toBe(name))

it('skips comprehensions, which newer versions of Python do not have', () => {
  const stack = readStack([aFrame('/a/x.py#index'), aFrame('/a/x.py#<listcomp>')], 'python')
  expect(stack.calls.map((call) => call.name)).toEqual(['index'])
  expect(stack.skipped).toHaveLength(1)
})

it('keeps one round of a recursion over several functions', () => {
  const rounds = Array.from({ length: 9 }, () => ['/a/x.js#a', '/a/x.js#b', '/a/x.js#c']).flat()
  const stack = readStack(
    ['/a/x.js#main', ...rounds].map((place) => aFrame(place)),
    'node',
  )
  expect(stack.calls.map((call) => call.name)).toEqual(['c', 'b', 'a', 'main'])
})

it.each([
  ['node', '/srv/app/node_modules/pg/index.js', false],
  ['node', 'node:internal/process/task_queues', false],
  ['javascript', 'https://cdn.jsdelivr.net/npm/x.js', false],
  ['javascript', 'chrome-extension://abc/x.js', false],
  ['javascript', 'https://shop.example/app.js', true],
  ['python', '/opt/pyenv/versions/3.11.7/lib/python3.11/json/decoder.py', false],
  ['python', '/srv/lib/python3.11/site-packages/x.py', false],
  ['python', '/srv/shop/cart.py', true],
  ['ruby', '/usr/lib/ruby/gems/3.0/gems/rails-7/x.rb', false],
  ['go', '/home/ann/go/pkg/mod/github.com/x/y@v1.2.3/z.go', false],
  ['rust', '/rustc/0123abc/library/core/src/panicking.rs', false],
])('decides in-app for %s %s', (platform, path, expected) => {
  const event = thrown([anError('x', [aFrame(`${path}#f`), aFrame('/own/file#g')])], { platform })
  expect(markInApp(event).exception?.values[0]?.stacktrace?.frames[0]?.in_app).toBe(expected)
})

it('begins where the error was raised, not where it was handled', () => {
  const names = (platform: string, functions: string[], isFatal = false) =>
    readStack(
      functions.map((name) => aFrame('/srv/x/main.any', { function: name, module: 'main' })),
      platform,
      isFatal,
    ).calls.map((call) => call.name)
  expect(names('go', ['main', 'total', 'runtime.gopanic', 'watch'])).toEqual(['total', 'main'])
  expect(names('native', ['main', 'total', 'rust_begin_unwind', 'shop::hook'])).toEqual(['total', 'main'])
  // Without the runtime's frames the deferred closure is known by its function, which still runs.
  expect(names('go', ['run', 'total', 'run.func1'], true)).toEqual(['total', 'run'])
  expect(names('go', ['run', 'total', 'run.func1'])).toEqual(['run', 'total', 'run'])
})

it('skips built-in functions of Ruby, which bear the line of their caller', () => {
  const at = (name: string, lineno: number) => aFrame('/app/x.rb', { function: name, lineno })
  expect(
    readStack([at('load', 3), at('seat', 7), at('fetch', 7)], 'ruby').calls.map(({ name }) => name),
  ).toEqual(['seat', 'load'])
})

it('names a module of Node by its file where it lies beside the main program', () => {
  const module = (filename: string, name?: string) =>
    readStack([aFrame(`${filename}#f`, { ...(name && { module: name }) })], 'node').calls[0]?.module
  expect(module('/data/desk-1/seats.js', 'seats')).toBe('seats')
  expect(module('/data/desk-1/store/seats.js', 'store:seats')).toBe('store/seats')
  expect(module('/data/desk-1/index.js', 'index')).toBe('desk-1/index')
})
