import { describe, expect, it } from 'vitest'
import { anEvent } from '../event/testing/an-event.ts'
import { aFrame, anError, thrown } from '../grouping/testing/an-event.ts'
import { isBrowserExtension } from './is-browser-extension.ts'

const ours = 'https://shop.example/app.js#pay'

describe('an error is of a browser extension', () => {
  it.each([
    'chrome-extension://nkbihfbeogaeaoehlefnkodbefgpgknn/inpage.js',
    'chrome://global/content/aboutNetError.js',
    'moz-extension://55d0d5a1-8a35/content.js',
    'safari-extension://com.example.blocker/block.js',
    'safari-web-extension://9D2C/content.js',
    'webkit-masked-url://hidden/',
  ])('that is raised in %s', (place) => {
    expect(isBrowserExtension(thrown([anError('boom', [ours, place])]))).toBe(true)
  })

  it('that is raised in native code called by one', () => {
    const frames = [ours, 'chrome-extension://abc/x.js', '[native code]', '<anonymous>']
    expect(isBrowserExtension(thrown([anError('boom', frames)]))).toBe(true)
  })

  it('whose frame says it in abs_path', () => {
    const frame = aFrame('app.js', { abs_path: 'moz-extension://55d0/app.js' })
    expect(isBrowserExtension(thrown([anError('boom', [frame])]))).toBe(true)
  })

  it.each([
    'Extension context invalidated.',
    'Could not establish connection. Receiving end does not exist.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    "can't access dead object",
    "Can't find variable: __gCrWeb",
    "undefined is not an object (evaluating 'window.__firefox__.reader')",
    'bmi_SafeAddOnload is not defined',
  ])('that says %s', (message) => expect(isBrowserExtension(thrown([anError(message)]))).toBe(true))

  it('that ours wraps', () => {
    const cause = anError('boom', ['chrome-extension://abc/x.js'])
    expect(isBrowserExtension(thrown([cause, anError('Payment failed', [ours])]))).toBe(true)
  })
})

describe('an error is ours', () => {
  it('when an extension only stands between the caller and the place', () => {
    const frames = [ours, 'chrome-extension://abc/wrapped-fetch.js', 'https://shop.example/api.js']
    expect(isBrowserExtension(thrown([anError('boom', frames)]))).toBe(false)
  })

  it.each(['https://shop.example/chrome-extension://x.js', 'chrome-extension.js', '/srv/chrome/app.js'])(
    'when it is raised in %s',
    (place) => expect(isBrowserExtension(thrown([anError('boom', [place])]))).toBe(false),
  )

  it('when it has no frames, no exception, or other words', () => {
    expect(isBrowserExtension(anEvent())).toBe(false)
    expect(isBrowserExtension(thrown([{ type: 'Error' }]))).toBe(false)
    expect(isBrowserExtension(thrown([anError('The connection could not be established.')]))).toBe(false)
    expect(isBrowserExtension(thrown([anError('boom', ['<anonymous>'])]))).toBe(false)
  })
})

it.each([
  [{ source_file: 'chrome-extension://abc/x.js', blocked_uri: 'inline' }, true],
  [{ blocked_uri: 'moz-extension' }, true],
  [{ blocked_uri: 'https://evil.example/chrome-extension:' }, false],
  [{ blocked_uri: 'inline', source_file: 7 }, false],
])('a report about a policy that says %j comes from an extension: %s', (csp, expected) => {
  expect(isBrowserExtension(anEvent({ type: 'csp', csp }))).toBe(expected)
})
