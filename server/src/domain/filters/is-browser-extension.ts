import type { Event, Exception } from '../event/event.ts'

/**
 * Addresses of code that the visitor's browser brought along. `chrome://` is code of Firefox itself, and
 * `webkit-masked-url` is what Safari shows of an extension since version 15.
 */
const extensionSchemes = [
  'chrome-extension:',
  'chrome:',
  'moz-extension:',
  'safari-extension:',
  'safari-web-extension:',
  'webkit-masked-url:',
]

/** Texts of errors that only extensions and browsers' own injected scripts cause; in small letters. */
const extensionMessages = [
  // Message passing between the parts of an extension, in Chrome's words.
  'extension context invalidated',
  'could not establish connection. receiving end does not exist',
  'the message port closed before a response was received',
  'message channel closed before a response was received',
  'must specify an extension id (string) for its first argument',
  // Firefox, when an extension keeps an object of a page that has gone.
  "can't access dead object",
  // Injected by Chrome, Edge and Firefox on iOS.
  'gcrweb',
  'instantsearchsdkjsbridgeclearhighlight',
  '__firefox__',
  // The password filling of in-app browsers on iOS.
  '_autofillcallbackhandler',
  // Two wallets that both want to be window.ethereum.
  'cannot redefine property: ethereum',
  // Proxies of mobile carriers that rewrite pages, and old toolbars.
  'bmi_safeaddonload',
  'ebcallbackmessagereceived',
  'conduitpage',
  'fb_xd_fragment',
  'top.globals',
  'originalcreatenotification',
  'myapp_removeallhighlights',
  'atomicfindclose',
  'plugin.setsuspendstate is not a function',
  'webkit-masked-url:',
]

/** Longer messages are data, not the words of a browser. */
const readLength = 2_000

/** As in Sentry, the root cause decides: what an extension broke may be wrapped by the page's own errors. */
export function isBrowserExtension(event: Event): boolean {
  const cause = event.exception?.values[0]
  if (cause === undefined) return isReportOfExtension(event)
  const message = (cause.value ?? '').slice(0, readLength).toLowerCase()
  const source = raisingPlace(cause)
  return extensionMessages.some((known) => message.includes(known)) || isOfExtension(source)
}

function isOfExtension(place: string): boolean {
  return extensionSchemes.some((scheme) => place.startsWith(scheme))
}

/** What an extension puts into a page breaks the page's policy; older browsers say the scheme alone. */
function isReportOfExtension({ csp }: Event): boolean {
  return ['source_file', 'blocked_uri'].some((key) => {
    const place = csp?.[key]
    if (typeof place !== 'string') return false
    const start = place.slice(0, 100).toLowerCase()
    return isOfExtension(start.includes(':') ? start : `${start}:`)
  })
}

/** Only where it was raised: extensions that wrap `fetch` stand in the middle of everybody's stacks. */
function raisingPlace(exception: Exception): string {
  const frame = exception.stacktrace?.frames.findLast((candidate) => !isNative(placeOf(candidate)))
  return frame === undefined ? '' : placeOf(frame).slice(0, 100).toLowerCase()
}

function placeOf(frame: { abs_path?: string; filename?: string }): string {
  return frame.abs_path ?? frame.filename ?? ''
}

function isNative(place: string): boolean {
  return place === '' || place === '<anonymous>' || place === '[native code]' || place === 'native'
}
