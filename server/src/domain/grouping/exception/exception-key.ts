import type { FingerprintPart, Key } from '../grouping.ts'
import { isGeneric } from '../site/generic-message.ts'
import { findSite } from '../site/find-site.ts'
import { isMinified } from '../site/minified.ts'
import { canonicalParts } from './canonical-class.ts'
import { libraryParts } from './library-parts.ts'
import { minifiedParts } from './minified-parts.ts'
import type { ReadException } from './read-exception.ts'
import { siteParts } from './site-parts.ts'

/** The key of one exception on its own. */
export function exceptionKey(read: ReadException, transaction: string | undefined): Key {
  const canonical = canonicalParts(read, transaction)
  if (canonical) return { tier: 'canonical', parts: canonical }
  const site = findSite(read.stack)
  const generic = isGeneric(read.template)
  if (site && isMinified(site)) {
    // A mangled class name is another one in the next build.
    const named = read.type.length > 2 ? [typePart(read)] : []
    return { tier: 'minified', parts: [...named, templatePart(read), ...minifiedParts(read, generic)] }
  }
  const parts = [typePart(read), templatePart(read)]
  if (site) return { tier: 'site', parts: [...parts, ...siteParts(read, site, generic)] }
  if (read.stack.calls.length > 0) return { tier: 'library', parts: [...parts, ...libraryParts(read)] }
  return { tier: 'frameless', parts }
}

export function typePart(read: ReadException): FingerprintPart {
  const reason =
    read.type === ''
      ? 'No error was thrown, so the type says nothing.'
      : 'Errors of different types are different errors.'
  return { name: 'type', value: read.type, reason, exception: read.index }
}

function templatePart(read: ReadException): FingerprintPart {
  const { text, replaced, engine } = read.template
  const reason = engine
    ? 'Browsers and runtimes word this error differently; this word stands for all of them.'
    : replaced.length > 0
      ? 'The message, without what differs from one occurrence to the next.'
      : 'The message.'
  return { name: 'template', value: text, reason, exception: read.index, replaced }
}
