/**
 * "undefined method `total' for nil:NilClass" became "undefined method 'total' for nil" with Ruby 3.4, and what
 * stands after "for" an inspected object once was, with its address.
 */
export function translateRubyWords(type: string, line: string): string | undefined {
  if (!/^(?:NoMethodError|NameError)$/.test(type)) return undefined
  const method = /^(?:undefined|private|protected) method [`']([^'`]{1,100})'(?: called)? for (nil\b)?/.exec(
    line,
  )
  if (method) return `${method[2] ? 'nullish' : 'notcallable'}:${method[1]}`
  const name = /^(?:undefined local variable or method|uninitialized constant) [`']?([\w:?!]{1,100})/.exec(
    line,
  )
  return name ? `undeclared:${name[1]}` : undefined
}
