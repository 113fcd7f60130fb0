/** What stands where something was removed: the words that Relay uses. */
export const MARK = '[Filtered]'
export const ADDRESS_MARK = '[ip]'

const longestHarmless = 60
const words = new Set(
  `true false null none nil undefined nan empty unset n/a include same-origin omit
  bearer basic digest jwt oauth oauth2 saml anonymous filtered redacted masked [filtered] [redacted] [removed] [masked] [scrubbed] [ip]`.split(
    /\s+/,
  ),
)
/** Bind parameters and templates, masks, and what SDKs write for values that they did not send. */
const placeholder =
  /^(?:\$\d{1,3}|[$#%]?\{{1,2}(?!.*eyJ)[a-z_. ]{0,36}\d?\}{0,2}|%\([a-z_]{1,36}\)s|%[sdr]|\?|:[a-z_]{1,36}|<(?!.*eyJ)[a-z][a-z_ .-]{0,36}\d?>|[*•.…]{1,40}|x{3,40}|\[(?:Object|Array|Function|Circular|undefined|Getter)[a-z_ :~-]{0,30}\]|<[a-z_.]{1,36} object at 0x[\da-f]{1,16}>)$/i

/** What stands under a secret's name without being one: nothing, a state, a mask, a place for a value. */
export function isHarmless(value: string): boolean {
  if (value.length > longestHarmless) return false
  const text = value.trim().replace(/^(['"])(.*)\1$/s, '$2')
  return text === '' || words.has(text.toLowerCase()) || placeholder.test(text)
}

const opaque = /^[\w+/.~-]{16,}={0,2}$/
const hexDigest = /^[\da-f]{32,}$/i

/** As generated secrets do, unlike names, hashes and UUIDs: upper case, lower case and digits mixed. */
export function looksRandom(value: string): boolean {
  return opaque.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)
}

/** Also without capitals, as hex and base 32 have it, but not as words joined by signs are. */
export function looksSigned(value: string): boolean {
  return looksRandom(value) || hexDigest.test(value) || (/^[a-z\d]{20,}$/i.test(value) && /\d/.test(value))
}
