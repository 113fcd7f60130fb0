import type { Note } from './meta.ts'

type TrimOne = (text: string, longest: number, path: string[], notes: Note[]) => string

/** How a text among the attributes of an object is cut, and to what length. */
export type FieldBound<Key extends string> = readonly [key: Key, longest: number, trim: TrimOne]

/** Cuts the texts that are too long; an object that has none is given back as it is. */
export function trimFields<Shape extends { [Name in Key]?: string }, Key extends string>(
  shape: Shape,
  bounds: readonly FieldBound<Key>[],
  path: string[],
  notes: Note[],
): Shape {
  if (areShort(shape, bounds)) return shape
  let trimmed = shape
  for (const [key, longest, trim] of bounds) {
    const text: string | undefined = shape[key]
    if (text !== undefined && text.length > longest)
      trimmed = { ...trimmed, [key]: trim(text, longest, [...path, key], notes) }
  }
  return trimmed
}

export function areShort<Key extends string>(
  shape: { [Name in Key]?: string },
  bounds: readonly FieldBound<Key>[],
): boolean {
  // Runs for every frame and breadcrumb: an iterator would cost as much as the rest.
  for (let at = 0; at < bounds.length; at += 1) {
    const bound = bounds[at]
    if (bound !== undefined && (shape[bound[0]]?.length ?? 0) > bound[1]) return false
  }
  return true
}
