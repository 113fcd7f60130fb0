import { cutOut } from './cut-out.ts'
import { ADDRESS_MARK, isHarmless, MARK } from './harmless-value.ts'
import type { Verdict } from './names/judge-name.ts'
import type { Find, Reading } from './text/find.ts'
import { findSecrets } from './text/find-secrets.ts'
import { withAllAddresses } from './text/ip-address.ts'
import { ruleOf } from './text/named-value.ts'
import { looksOpaque } from './text/opaque-value.ts'
import { isSentence } from './text/secret-value.ts'
import { note, type Walk } from './walk.ts'

/** A text without a telling name: only what the text itself shows is removed. */
export function scrubBareText(text: string, key: string, walk: Walk, reading: Reading = 'text'): string {
  const reader = walk.readers[reading]
  const finds = findSecrets(text, reader)
  if (finds === undefined) return text
  const cut = cutOut(text, finds, (part) => findSecrets(part, reader))
  note(walk, key, cut.removals, text.length)
  return cut.clean
}

/** A text under a name that was judged. */
export function scrubNamedText(text: string, key: string, verdict: Verdict, walk: Walk): string {
  if (verdict.kind === 'safe') return text
  if (isSecretText(text, key, verdict)) return withoutAll(text, key, verdict, walk)
  const finds = findNamed(text, verdict, walk)
  if (finds === undefined) return text
  const cut = cutOut(text, finds, (part) => findNamed(part, verdict, walk))
  if (isSecretText(cut.clean, key, verdict)) return withoutAll(text, key, verdict, walk)
  note(walk, key, cut.removals, text.length)
  return cut.clean
}

function findNamed(text: string, verdict: Verdict, walk: Walk): Find[] | undefined {
  const finds = findSecrets(text, verdict.identifies ? walk.readers.identifier : walk.readers.text)
  return verdict.address && walk.rules.addresses ? withAllAddresses(text, finds) : finds
}

function withoutAll(text: string, key: string, verdict: Verdict, walk: Walk): string {
  note(walk, key, [[ruleOf(verdict), 's', 0, MARK.length]], text.length)
  return MARK
}

function isSecretText(text: string, key: string, verdict: Verdict): boolean {
  if (verdict.kind === 'plain' || text === '' || text === MARK) return false
  if (verdict.kind === 'custom') return true
  if (isHarmless(text)) return false
  if (verdict.kind === 'opaque') return looksOpaque(text, key)
  return !(verdict.counts && /^[\d.]{1,20}$/.test(text)) && !isSentence(text)
}

/** Names hold secrets too, where something is kept by them. By its place, each stays apart from the others. */
export function shownName(key: string, at: number, walk: Walk, reading: Reading = 'text'): string {
  // A mark was here already, and the number behind it is ours.
  if (key.includes(MARK) || key.includes(ADDRESS_MARK)) return key
  const reader = walk.readers[reading]
  const finds = findSecrets(key, reader)
  if (finds === undefined) return key
  const { clean } = cutOut(key, finds, (part) => findSecrets(part, reader))
  return at === 0 ? clean : `${clean} (${at + 1})`
}
