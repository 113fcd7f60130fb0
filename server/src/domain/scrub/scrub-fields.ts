import { mapSame } from './keep-same.ts'
import { scrubNamedText, scrubBareText, shownName } from './scrub-text.ts'
import type { Reading } from './text/find.ts'
import type { Walk } from './walk.ts'

/**
 * The texts under these keys of a known shape. Their names are ours, so only the project's words count, and none in
 * the frames of a stack: without them no event could be read or grouped.
 */
export function scrubTexts<Key extends string, Shape extends { [Name in Key]?: string }>(
  shape: Shape,
  keys: readonly Key[],
  walk: Walk,
  reading: Reading,
): Shape {
  let scrubbed = shape
  for (const key of keys) {
    const text = shape[key]
    if (text === undefined) continue
    const clean = isOfProject(key, walk)
      ? scrubNamedText(text, key, walk.rules.judge(key), walk)
      : scrubBareText(text, key, walk, reading)
    if (clean !== text) scrubbed = { ...scrubbed, [key]: clean }
  }
  return scrubbed
}

function isOfProject(key: string, { rules, path }: Walk): boolean {
  if (!rules.hasWords || path.includes('frames')) return false
  const { kind } = rules.judge(key)
  return kind === 'custom' || kind === 'safe'
}

/** Texts under names that a client chose: tags and their like. */
export function scrubRecord(record: Record<string, string>, walk: Walk): Record<string, string> {
  let hasChanged = false
  const entries = Object.entries(record).map(([key, text], at): [string, string] => {
    const shown = walk.rules.judge(key).mayHide ? shownName(key, at, walk) : key
    const clean = scrubNamedText(text, shown, walk.rules.judge(shown), walk)
    if (clean !== text || shown !== key) hasChanged = true
    return [shown, clean]
  })
  return hasChanged ? Object.fromEntries(entries) : record
}

/** Pairs of a query, of headers or of cookies; each name is judged with `prefix` before it. */
export function scrubPairs(pairs: [string, string][], prefix: string, walk: Walk): [string, string][] {
  return mapSame(pairs, (pair, at) => {
    const [name, text] = pair
    walk.path.push(String(at))
    const shown = walk.rules.judge(name).mayHide ? scrubBareText(name, '0', walk) : name
    const clean = scrubNamedText(text, '1', walk.rules.judge(prefix + shown), walk)
    walk.path.pop()
    return clean === text && shown === name ? pair : [shown, clean]
  })
}
