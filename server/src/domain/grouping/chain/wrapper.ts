import { typePart } from '../exception/exception-key.ts'
import type { ReadException } from '../exception/read-exception.ts'
import type { FingerprintPart, Key } from '../grouping.ts'
import { describeCall } from '../site/describe-site.ts'
import { findSite } from '../site/find-site.ts'
import { isGeneric } from '../site/generic-message.ts'
import { isMinified } from '../site/minified.ts'
import { saysLittle } from '../site/says-little.ts'

/** A cause that says nothing of our code: a refused connection, "not found" from a helper. */
export function isWeak(read: ReadException, key: Key): boolean {
  if (key.tier === 'canonical') return false
  const site = findSite(read.stack)
  if (!site) return true
  return isGeneric(read.template) && saysLittle(site)
}

/** What the wrapping exception adds to its cause: what it is and where it was thrown, not what it says. */
export function wrapperParts(read: ReadException, isCertain: boolean): FingerprintPart[] {
  const reason = isCertain
    ? 'The cause alone says too little, so the exception around it counts too.'
    : 'The SDK does not say whether the earlier exception is the cause, so both count.'
  const type = { ...typePart(read), name: 'wrapper type', reason }
  const site = findSite(read.stack)
  if (!site || isMinified(site)) return [type]
  const value = describeCall(site, read.platform !== 'javascript')
  return [type, { name: 'wrapper site', value, reason, exception: read.index, frame: site.index }]
}
