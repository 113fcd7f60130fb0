/** The same list unless an item changes: what nothing is removed from is never copied. */
export function mapSame<Item>(list: Item[], map: (item: Item, at: number) => Item): Item[] {
  let copy: Item[] | undefined
  let at = 0
  for (const item of list) {
    const mapped = map(item, at)
    if (mapped !== item) {
      copy ??= [...list]
      copy[at] = mapped
    }
    at += 1
  }
  return copy ?? list
}

/** The same object unless the value under this key is another. */
export function replaced<Shape extends object, Key extends keyof Shape>(
  shape: Shape,
  key: Key,
  value: Shape[Key],
): Shape {
  return shape[key] === value ? shape : { ...shape, [key]: value }
}
