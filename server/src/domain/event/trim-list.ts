import type { Note } from './meta.ts'

/** Both ends of a list, as many of its first items as `atHead`, and its last: so many that it has `most`. */
export function trimList<Item>(
  list: Item[],
  { most, atHead }: { most: number; atHead: number },
  path: string[],
  notes: Note[],
): Item[] {
  if (list.length <= most) return list
  notes.push({ path, remark: { len: list.length } })
  return [...list.slice(0, atHead), ...list.slice(list.length - (most - atHead))]
}
