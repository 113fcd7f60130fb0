import { cleanText } from './clean-text.ts'
import { defaultEventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { addNotes } from './add-notes.ts'
import type { Note, Remark } from './meta.ts'
import { asObject, type JsonObject } from './read-json.ts'
import { trimList } from './trim-list.ts'

/** Of a list both ends stay: a stack that overflowed has ten thousand frames, and the last one says where. */
const itemsPerList = 1_000
const objectsPerList = 500
/** An event that is wrong in a thousand places needs no thousand notes. */
const mostNotes = 100
/** The first to go without when there are too many keys in all. */
const bulky = new Set(['extra', 'contexts', 'breadcrumbs', 'modules', '_meta'])

/**
 * Makes a parsed tree safe and equal on both stores: its text is cleaned, numbers that are not finite become null,
 * keys beyond the limits are left out, and `__proto__` is a key like any other. What was lost is noted in the
 * `_meta` of the tree. Parts that were clean are the parser's own. The tree is at most as deep as
 * `parseEventJson` lets through.
 */
export function cleanTree(value: Json, bounds = defaultEventBounds): Json {
  const state = startOf(bounds)
  const root = asObject(value)
  if (root === undefined) return clean(value, state)
  const cleaned = cleanObject(root, bulkyLast(Object.keys(root)), state)
  const meta = addNotes(cleaned['_meta'], state.notes)
  return state.notes.length === 0 || meta === undefined ? cleaned : { ...cleaned, _meta: meta }
}

/** The same for what was a text inside an event, which has no `_meta` of its own. */
export function cleanData(value: Json): Json {
  return clean(value, startOf(defaultEventBounds))
}

function startOf({ keysPerEvent, keysPerObject }: typeof defaultEventBounds): State {
  return { keysLeft: keysPerEvent, keysPerObject, notes: [] }
}

interface State {
  keysLeft: number
  keysPerObject: number
  notes: Note[]
}

function clean(value: Json, state: State): Json {
  if (typeof value === 'string') return cleanString(value, state)
  if (typeof value === 'number') return cleanNumber(value, state)
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? cleanList(value, state) : cleanObject(value, Object.keys(value), state)
}

function cleanString(text: string, state: State): string {
  const cleaned = cleanText(text)
  if (cleaned !== text) note(state, { err: ['invalid_characters'] })
  return cleaned
}

function cleanNumber(value: number, state: State): number | null {
  if (!Number.isFinite(value)) {
    note(state, { err: ['invalid_data'], val: String(value) })
    return null
  }
  // JSON has no negative zero to give back.
  return value === 0 ? 0 : value
}

function cleanList(list: Json[], state: State): Json[] {
  const kept = withoutMiddle(list, state)
  state.keysLeft -= kept.length
  let copy: Json[] | undefined
  for (let index = 0; index < kept.length; index += 1) {
    const item = kept[index] ?? null
    const cleaned = cleanPart(item, String, index, state)
    if (Object.is(cleaned, item)) continue
    copy ??= [...kept]
    copy[index] = cleaned
  }
  return copy ?? kept
}

/** What the client noted about its items goes along with those that stay. */
function withoutMiddle(list: Json[], { keysLeft, notes }: State): Json[] {
  const most = Math.min(typeof list[0] === 'object' ? objectsPerList : itemsPerList, keysLeft)
  return trimList(list, { most, atHead: Math.floor(most / 5) }, [], notes)
}

function bulkyLast(keys: string[]): string[] {
  return [...keys.filter((key) => !bulky.has(key)), ...keys.filter((key) => bulky.has(key))]
}

function cleanObject(object: JsonObject, keys: string[], state: State): JsonObject {
  const most = Math.min(keys.length, state.keysPerObject, state.keysLeft)
  if (most < keys.length) note(state, { len: keys.length })
  state.keysLeft -= most
  let isSame = most === keys.length
  const cleaned: [string, Json][] = []
  for (const key of most < keys.length ? keys.slice(0, most) : keys) {
    const item = object[key] ?? null
    const entry: [string, Json] = [cleanText(key), cleanPart(item, cleanText, key, state)]
    isSame &&= entry[0] === key && Object.is(entry[1], item)
    cleaned.push(entry)
  }
  // fromEntries defines own properties, so "__proto__" stays data.
  return isSame ? object : Object.fromEntries(cleaned)
}

/** Notes are made without their place, which each level completes: nothing is paid where nothing is noted. */
function cleanPart<Key>(item: Json, name: (key: Key) => string, key: Key, state: State): Json {
  const before = state.notes.length
  const cleaned = clean(item, state)
  for (let at = before; at < state.notes.length; at += 1) state.notes[at]?.path.unshift(name(key))
  return cleaned
}

function note(state: State, remark: Remark): void {
  if (state.notes.length < mostNotes) state.notes.push({ path: [], remark })
}
