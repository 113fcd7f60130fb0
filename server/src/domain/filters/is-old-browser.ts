/** The first version that is not old: those of the first half of 2020, with ES2020 and without Internet Explorer. */
const firstVersions = { chrome: 80, firefox: 78, opera: 67, safari: 13, ios: 13, android: 5 }

/** Browsers name the ones that they resemble, so each is asked for before those that it claims to be. */
export function isOldBrowser(userAgent: string): boolean {
  const text = userAgent.toLowerCase()
  return isAbandoned(text) || isOlder(text)
}

/** Opera Mini runs no scripts of ours, Opera before 15 called itself "Opera/", and Edge before Chromium "Edge/". */
function isAbandoned(text: string): boolean {
  return ['msie ', 'trident/', 'edge/', 'opera mini', 'opera/'].some((mark) => text.includes(mark))
}

function isOlder(text: string): boolean {
  // All browsers on iOS are Apple's engine, of the version of the system; their own numbers say nothing.
  if (/\((?:iphone|ipad|ipod)/.test(text)) return isBefore(firstVersions.ios, numberAfter(text, ' os '))
  if (/\b(?:crios|fxios|edgios|opios)\//.test(text)) return false
  const firefox = numberAfter(text, 'firefox/')
  if (firefox !== undefined) return isBefore(firstVersions.firefox, firefox)
  const isAndroid = text.includes('android')
  const opera = numberAfter(text, ' opr/')
  // Opera for Android counts otherwise, so there Chrome's number decides.
  if (opera !== undefined && !isAndroid) return isBefore(firstVersions.opera, opera)
  const chrome = numberAfter(text, 'chrome/')
  if (chrome !== undefined) return isBefore(firstVersions.chrome, chrome)
  if (!text.includes('safari/')) return false
  if (isAndroid) return isBefore(firstVersions.android, numberAfter(text, 'android '))
  return isBefore(firstVersions.safari, numberAfter(text, 'version/'))
}

/** What gives no version is not called old. */
function isBefore(first: number, version: number | undefined): boolean {
  return version !== undefined && version < first
}

function numberAfter(text: string, mark: string): number | undefined {
  const at = text.indexOf(mark)
  if (at === -1) return undefined
  const digits = /^\d{1,4}/.exec(text.slice(at + mark.length, at + mark.length + 4))
  return digits === null ? undefined : Number(digits[0])
}
