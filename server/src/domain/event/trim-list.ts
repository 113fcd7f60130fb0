import type { Note } from './meta.ts'

interface Ends {
  most: number
  atHead: number
}

/** Both ends of a list, as many of its first items as `atHead`, and its last: so many that it has `most`. */
export function trimList<Item>(list: Item[], ends: Ends, path: string[], notes: Note[]): Item[] {
  if (list.length <= ends.most) return list
  return pickItems(list, endsOf(list.length, ends), path, notes)
}

/** The items at these places, with a note that takes along what was noted about them. */
export function pickItems<Item>(list: Item[], order: number[], path: string[], notes: Note[]): Item[] {
  notes.push({ path, remark: { len: list.length }, order })
  return order.flatMap((index) => list.slice(index, index + 1))
}

export function endsOf(length: number, { most, atHead }: Ends): number[] {
  return Array.from({ length: most }, (_, index) => (index < atHead ? index : length - most + index))
}
