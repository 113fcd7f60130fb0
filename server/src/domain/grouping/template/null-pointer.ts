/**
 * The JVM's "Cannot invoke "Cart.total()" because "cart" is null" names local variables only where they were compiled
 * in, and other ones after every change. What was reached for stays.
 */
export function translateNullPointer(type: string, line: string): string | undefined {
  if (!/(?:^|\.)NullPointerException$/.test(type.slice(-60))) return undefined
  const member = /^Cannot (?:invoke|(?:read|assign) field) "([^"]{1,300})"/.exec(line)?.[1]
  if (member) return `nullish:${/([\w$]+)(?:\([^()]*\))?$/.exec(member)?.[1] ?? '*'}`
  if (/^Cannot (?:load from|store to) |^Cannot read the array length/.test(line)) return 'nullish:array'
  if (/^Cannot (?:throw exception|enter synchronized block)/.test(line)) return 'nullish:*'
  return undefined
}
