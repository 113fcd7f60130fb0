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
  let trimmed = shape
  for (const [key, longest, trim] of bounds) {
    const text: string | undefined = shape[key]
    if (text !== undefined && text.length > longest)
      trimmed = { ...trimmed, [key]: trim(text, longest, [...path, key], notes) }
  }
  return trimmed
}
