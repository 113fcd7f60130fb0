import type { ScrubSettings } from '../settings.ts'
import {
  containersAbout,
  describingEnds,
  describingStarts,
  identifyingEnds,
  identifyingPairs,
  namesAddress,
} from './describing-words.ts'
import {
  harmlessCookies,
  harmlessPairs,
  opaqueLast,
  opaqueWhole,
  secretWhole,
  secretWords,
  strongParts,
  tellingParts,
} from './secret-names.ts'
import { splitName } from './split-name.ts'

/**
 * safe: never touched. custom: a word of the project, everything goes. secret: texts and numbers go. session: texts go,
 * and of an object what is a secret in a session. opaque: what looks random goes. plain: only patterns are looked for.
 */
export type NameKind = 'safe' | 'custom' | 'secret' | 'session' | 'opaque' | 'plain'

export interface Verdict {
  /** What was judged; inside of a container it names the members too. */
  name: string
  kind: NameKind
  /** Its numbers are secrets too, and so is a plain word: `password`, `pin`. */
  strong: boolean
  /** Its numbers are counts: `tokens: 4096`. */
  counts: boolean
  /** Holds an identifier, a version or a time. */
  identifies: boolean
  /** Holds the address of somebody. */
  address: boolean
  /** Its members are named after form fields. */
  describes: boolean
  /** Long enough to hide a secret in itself. */
  mayHide: boolean
}

export interface NameLists {
  defaults: boolean
  words: readonly string[]
  safe: ReadonlySet<string>
}

export function nameLists(settings: ScrubSettings): NameLists {
  const joined = (name: string): string => splitName(name).join('') || name.toLowerCase()
  return {
    defaults: settings.defaults,
    words: settings.words.map(joined).filter((word) => word !== ''),
    safe: new Set(settings.safeFields.map(joined)),
  }
}

export function judgeName(name: string, lists: NameLists): Verdict {
  const words = splitName(name)
  const last = words.at(-1) ?? ''
  return {
    name,
    kind: kindOf(name, words, lists),
    strong: words.some((word) => strongParts.test(word)),
    counts: last === 'tokens' || last === 'pass' || last === 'cookies',
    identifies: identifyingEnds.has(last) || identifyingPairs.has(`${words.at(-2) ?? ''}${last}`),
    address: namesAddress(words),
    describes: containersAbout.has(last),
    mayHide: name.length > 19 || (name.length > 6 && /\d/.test(name)),
  }
}

function kindOf(name: string, words: string[], lists: NameLists): NameKind {
  const joined = words.join('') || name.toLowerCase()
  if (lists.safe.has(joined)) return 'safe'
  if (lists.words.some((word) => (word.length < 3 ? words.includes(word) : joined.includes(word))))
    return 'custom'
  return lists.defaults ? defaultKind(name, words, joined) : 'plain'
}

function defaultKind(name: string, words: string[], joined: string): NameKind {
  // The shell's working directory.
  if (name === 'PWD' || name === 'OLDPWD') return 'plain'
  if (joined === 'session') return 'session'
  if (secretWhole.has(joined)) return 'secret'
  if (isSecret(name, words)) return isDescription(words) ? 'plain' : 'secret'
  return opaqueWhole.has(joined) || opaqueLast.has(words.at(-1) ?? '') ? 'opaque' : 'plain'
}

function isSecret(name: string, words: string[]): boolean {
  return (
    words.some((word, at) => {
      const pair = word + (words[at + 1] ?? '')
      if (harmlessPairs.has(pair) || harmlessPairs.has((words[at - 1] ?? '') + word)) return false
      return secretWords.has(word) || secretWords.has(pair) || tellingParts.test(word)
    }) || /(?:^|[^a-z\d])2fa(?![a-z])/i.test(name)
  )
}

function isDescription(words: string[]): boolean {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return false
  // Whoever knows the address of a web hook may post there.
  if (words.at(-2) === 'webhook') return false
  if (describingEnds.has(last) || describingStarts.has(words[0] ?? '')) return true
  // Who, not what proves it: `_auth_user_id` of Django.
  if (last === 'id' && words.at(-2) === 'user') return true
  return harmlessCookies.has(last) && words.some((word) => word.startsWith('cookie'))
}
