/**
 * Replaces a method of the runtime with one made from it, and answers with what puts it back. Name, length and
 * `this` stay; if somebody else has wrapped ours meanwhile, ours stays inside theirs and only passes on.
 */
export function replaceMethod<Args extends unknown[], Result>(
  owner: object,
  name: string,
  make: (original: (...args: Args) => Result) => (...args: Args) => Result,
): () => void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') return () => {}
  let isOn = true
  function replacement(this: unknown, ...args: Args): Result {
    const call = (...inner: Args): Result => Reflect.apply(original as (...args: Args) => Result, this, inner)
    return isOn ? make(call)(...args) : call(...args)
  }
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
