/** What the virtual machine itself says, without the data in it. */
export function translateJvmWords(type: string, line: string): string | undefined {
  if (/(?:^|\.)NullPointerException$/.test(type.slice(-60))) return translateNullPointer(line)
  const constant = /^No enum constant ([\w.$]{1,200})\.[^.\s]*$/.exec(line)?.[1]
  return constant === undefined ? undefined : `noenum:${constant}`
}

/**
 * "Cannot invoke "Cart.total()" because "cart" is null" names local variables only where they were compiled in, and
 * other ones after every change. What was reached for stays.
 */
function translateNullPointer(line: string): string | undefined {
  const member = /^Cannot (?:invoke|(?:read|assign) field) "([^"]{1,300})"/.exec(line)?.[1]
  if (member) return `nullish:${/([\w$]+)(?:\([^()]*\))?$/.exec(member)?.[1] ?? '*'}`
  if (/^Cannot (?:load from|store to) |^Cannot read the array length/.test(line)) return 'nullish:array'
  return /^Cannot (?:throw exception|enter synchronized block)/.test(line) ? 'nullish:*' : undefined
}
