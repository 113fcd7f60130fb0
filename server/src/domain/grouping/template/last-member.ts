/**
 * What was reached for: "a.b.price" and "price" are both price. Engines quote different stretches of the
 * expression, but all include its end.
 */
export function lastMember(expression: string): string {
  const target = expression
    .replace(/^"(.*)"$/, '$1')
    .replace(/ = .*$/, '')
    .replace(/\([^()]*\)$/, '')
    .trim()
  const dot = target.lastIndexOf('.')
  const name = target.slice(dot + 1)
  if (!/^[\w$]+$/.test(name) || /^\d+$/.test(name)) return '*'
  // A bare short name is a variable that a minifier chose anew for this build.
  return dot < 0 && name.length <= 2 && target === expression ? '*' : name
}
