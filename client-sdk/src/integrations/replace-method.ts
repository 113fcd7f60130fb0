import { learnOwnPlaces } from '../own-places.ts'

/**
 * Replaces a method of the runtime with one made from it, and answers with what puts it back. Name, length and
 * `this` stay; if somebody else has wrapped ours meanwhile, ours stays inside theirs and only passes on.
 *
 * Once ahead of all, the new method is called without arguments on an original that throws, to learn its frames:
 * what `make` gives does nothing that anybody notices before it calls the original.
 */
export function replaceMethod<Args extends unknown[], Result>(
  owner: object,
  name: string,
  make: (original: (...args: Args) => Result) => (...args: Args) => Result,
): () => void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') return () => {}
  let called = original as (...args: Args) => Result
  let isOn = true
  function replacement(this: unknown, ...args: Args): Result {
    const call = (...inner: Args): Result => Reflect.apply(called, this, inner)
    const method = isOn ? make(call) : call
    return method(...args)
  }
  learnOwnPlaces((probe) => {
    called = probe
    replacement(...([] as unknown[] as Args))
  })
  called = original as (...args: Args) => Result
  const wasOwn = Object.hasOwn(owner, name)
  Object.defineProperty(replacement, 'name', { value: original.name })
  Object.defineProperty(replacement, 'length', { value: original.length })
  Reflect.set(owner, name, replacement)
  return () => {
    isOn = false
    if (Reflect.get(owner, name) !== replacement) return
    if (wasOwn) Reflect.set(owner, name, original)
    else Reflect.deleteProperty(owner, name)
  }
}
