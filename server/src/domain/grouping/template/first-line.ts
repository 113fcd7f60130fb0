/** Longer first lines are data. Twice the room of a template, so that no placeholder is cut in half. */
const MAX_LINE = 600

/** The first line that says something; the rest is detail that databases and compilers add. */
export function firstLine(text: string): string {
  // Prisma shows the call and its source first, and says what happened on the last line.
  if (/^\s*Invalid `[^`\n]{1,100}` invocation/.test(text))
    return text.slice(-MAX_LINE).trimEnd().split('\n').at(-1) ?? ''
  const start = text.search(/\S/)
  if (start < 0) return ''
  const head = text.slice(start, start + MAX_LINE)
  // Data printed over several lines begins with a bracket alone.
  if (/^[[{]\s*[\r\n]/.test(head)) return head.replace(/\s+/g, ' ').trimEnd()
  const end = head.search(/[\r\n]/)
  return (end < 0 ? head : head.slice(0, end)).trimEnd()
}
