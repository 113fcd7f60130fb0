export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What the server says of a list or of one of its lines, which it knows by its place among those that are not empty. */
export function errorsOf(name: string, text: string, fields: Record<string, string>): string | undefined {
  const errors = Object.entries(fields).flatMap(([field, wrong]) => {
    if (field === name) return [wrong]
    if (!field.startsWith(`${name}.`)) return []
    const line = linesOf(text)[Number(field.slice(name.length + 1))]
    return [line === undefined ? wrong : `“${line.slice(0, longestQuote)}”: ${wrong}`]
  })
  return errors.length > 0 ? errors.join(' ') : undefined
}

const longestQuote = 40
