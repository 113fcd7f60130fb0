import type { Event } from '../../../../lib/api.ts'

export type Json = Exclude<Event['_meta'], undefined>

/** A range of the text as it is now; a value that was taken as a whole has none. */
export interface Range {
  start: number
  end: number
}

export interface Removal {
  rule: string
  /** Nothing stands in its place. */
  isGone: boolean
  range?: Range
}

/** What is known about one value that did not come through as it was sent. */
export interface Notes {
  removals: Removal[]
  cut?: { rule: string; from?: number; range?: Range }
  damage?: { errors: string[]; said?: string }
}

/** The notes on a part of the event: `_meta` mirrors the event, so the path is the same. */
export function metaAt(meta: Json | undefined, ...path: (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((node, step) => member(node, String(step)), meta)
}

/** What is said of the value itself, not of those inside it. */
export function notesOf(meta: Json | undefined): Notes | undefined {
  const remark = member(meta, '')
  const rem = listOf(member(remark, 'rem')).map(readRemark)
  const cut = rem.find((one) => one?.isCut === true)
  const removals = rem.flatMap((one) => (one === undefined || one.isCut ? [] : [one.removal]))
  const length = member(remark, 'len')
  const from = typeof length === 'number' && length >= 0 ? length : undefined
  const errors = listOf(member(remark, 'err')).flatMap(nameOfError)
  // A length beside removals tells how long the text was before them: nothing was cut.
  const isCut = cut !== undefined || (from !== undefined && removals.length === 0)
  if (!isCut && removals.length === 0 && errors.length === 0) return undefined
  return {
    removals,
    ...(isCut && {
      cut: {
        rule: cut?.removal.rule ?? '',
        ...(from !== undefined && { from }),
        ...(cut?.removal.range && { range: cut.removal.range }),
      },
    }),
    ...(errors.length > 0 && { damage: { errors, ...said(member(remark, 'val')) } }),
  }
}

/** All notes of a part and of what is inside it, each with its path. */
export function listNotes(meta: Json | undefined, path: string[] = []): { path: string[]; notes: Notes }[] {
  if (typeof meta !== 'object' || meta === null) return []
  const own = notesOf(meta)
  const inside = Object.keys(meta).flatMap((key) =>
    key === '' ? [] : listNotes(member(meta, key), [...path, key]),
  )
  return own === undefined ? inside : [{ path, notes: own }, ...inside]
}

/** The keys that notes know and the value does not: what was taken out or could not be read as a whole. */
export function lostKeys(value: object, meta: Json | undefined): string[] {
  if (typeof meta !== 'object' || meta === null) return []
  return Object.keys(meta).filter(
    (key) => key !== '' && !Object.hasOwn(value, key) && notesOf(member(meta, key)) !== undefined,
  )
}

function member(node: Json | undefined, key: string): Json | undefined {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined
  return Object.entries(node).find(([name]) => name === key)?.[1]
}

function listOf(node: Json | undefined): Json[] {
  return Array.isArray(node) ? node : []
}

/** `[rule, kind, start, end]`; rules that begin with "!" cut, but for the client's own settings, which may do both. */
function readRemark(remark: Json): { isCut: boolean; removal: Removal } | undefined {
  const [rule, kind, start, end] = listOf(remark)
  if (typeof rule !== 'string') return undefined
  const hasRange = typeof start === 'number' && typeof end === 'number'
  return {
    isCut: rule.startsWith('!') && (rule !== '!config' || kind === 'x'),
    removal: { rule, isGone: kind === 'x', ...(hasRange && { range: { start, end } }) },
  }
}

/** A name alone, or a pair of the name and its details. */
function nameOfError(error: Json): string[] {
  const name = Array.isArray(error) ? error[0] : error
  return typeof name === 'string' ? [name] : []
}

function said(value: Json | undefined): { said?: string } {
  if (value === undefined || value === null) return {}
  return { said: typeof value === 'string' ? value : JSON.stringify(value) }
}
