import type { Json } from '../event/event.ts'
import type { JsonObject } from '../event/read-json.ts'
import { MARK } from './harmless-value.ts'
import { mapSame } from './keep-same.ts'
import { isPairs, labelOfItem, labelOfValue } from './labels.ts'
import type { Verdict } from './names/judge-name.ts'
import { scrubNamedText, shownName } from './scrub-text.ts'
import { isCard } from './text/card-number.ts'
import { ruleOf } from './text/named-value.ts'
import { note, type Walk } from './walk.ts'

/** Data of any shape under a name: the name decides over texts and numbers, also over those further inside. */
export function scrubJson(value: Json, key: string, verdict: Verdict, walk: Walk): Json {
  if (typeof value === 'string') return scrubNamedText(value, key, verdict, walk)
  if (value === null || verdict.kind === 'safe') return value
  if (typeof value !== 'object') return scrubScalar(value, key, verdict, walk)
  walk.path.push(key)
  const clean = Array.isArray(value)
    ? scrubList(value, verdict, walk)
    : scrubObject(value, surroundingsOf(verdict), walk)
  walk.path.pop()
  return clean
}

/** A list of pairs or of arguments names its items; what the list is called counts unless such a name tells more. */
function scrubList(list: Json[], verdict: Verdict, walk: Walk): Json[] {
  if (isPairs(list)) return mapSame(list, (pair, at) => scrubPair(pair, String(at), verdict, walk))
  let before: Json | undefined
  return mapSame(list, (item, at) => {
    const label = labelOfItem(list, at, before, verdict.name)
    before = scrubJson(item, String(at), label === undefined ? verdict : stricter(label, verdict, walk), walk)
    return before
  })
}

function scrubPair(pair: Json, key: string, verdict: Verdict, walk: Walk): Json {
  if (!Array.isArray(pair)) return pair
  walk.path.push(key)
  let label = ''
  const clean = mapSame(pair, (item, at) => {
    const part = scrubJson(
      item,
      String(at),
      at === 0 ? walk.rules.judge('name') : stricter(label, verdict, walk),
      walk,
    )
    if (at === 0 && typeof part === 'string') label = part
    return part
  })
  walk.path.pop()
  return clean
}

function stricter(label: string, verdict: Verdict, walk: Walk): Verdict {
  const own = walk.rules.judge(label)
  return own.kind === 'plain' ? verdict : own
}

function scrubScalar(value: number | boolean, key: string, verdict: Verdict, walk: Walk): Json {
  const isNumber = typeof value === 'number'
  const isSecret = verdict.kind === 'custom' || (verdict.kind === 'secret' && isNumber && !verdict.counts)
  if (!isSecret) {
    const isPayment =
      walk.rules.patterns && isNumber && value > 1e13 && !verdict.identifies && isCard(String(value))
    if (!isPayment) return value
  }
  const rule = isSecret ? ruleOf(verdict) : '@creditcard:filter'
  note(walk, key, [[rule, 's', 0, MARK.length]], String(value).length)
  return MARK
}

/** How members are called in full, so that what is in `credentials` is a credential. */
export interface Surroundings {
  before?: string
  after?: string
}

export function surroundingsOf({ kind, name, describes }: Verdict): Surroundings | undefined {
  if (kind === 'secret' || kind === 'custom' || kind === 'session') return { before: name }
  return describes ? { after: '_error' } : undefined
}

/** The members of an object; a copy only if something is removed. */
export function scrubObject(object: JsonObject, around: Surroundings | undefined, walk: Walk): JsonObject {
  let entries: [string, Json][] | undefined
  const keys = Object.keys(object)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? ''
    const value = object[key] ?? null
    const judged = walk.rules.judge(key)
    const shown = judged.mayHide ? shownName(key, at, walk) : key
    const own = shown === key && key !== 'value' ? judged : walk.rules.judge(labelOf(object, shown))
    const clean = scrubJson(value, shown, around === undefined ? own : inFull(shown, own, around, walk), walk)
    if (entries === undefined && (clean !== value || shown !== key))
      entries = keys.slice(0, at).map((earlier) => [earlier, object[earlier] ?? null])
    entries?.push([shown, clean])
  }
  return entries === undefined ? object : Object.fromEntries(entries)
}

function labelOf(object: JsonObject, key: string): string {
  return key === 'value' ? (labelOfValue(object) ?? key) : key
}

/** In a session that is only what is directly in it; in credentials, all that is inside. */
function inFull(key: string, own: Verdict, { before, after = '' }: Surroundings, walk: Walk): Verdict {
  if (own.kind === 'safe' || own.kind === 'custom') return own
  if (before === undefined) return walk.rules.judge(key + after)
  const verdict = walk.rules.judge(`${before}_${key}`)
  // Not by the full name, which would grow with each level.
  return verdict.kind === 'secret' || verdict.kind === 'custom' ? { ...verdict, name: before } : verdict
}
