/** Further ones are more of the same form. */
const MAX_TEXT = 2000

/**
 * Validators' messages are lists: which fields were refused and why is what tells two of them apart, and what was sent
 * is not. Undefined for all other messages.
 */
export function textOfValidation(type: string, value: string): string | undefined {
  const text = value.slice(0, MAX_TEXT).trim()
  const heading = /^\d+ validation errors? for ([^\n]{1,100})\n/.exec(text)
  if (heading) return `${heading[1]}: ${refusals(text.slice(heading[0].length)).join(', ')}`
  if (!/valid|zod|schema/i.test(type.slice(-60)) || !/^[[{][^]*[\]}]$/.test(text)) return undefined
  return text
    .replace(/[{}[\]'"\s]+/g, ' ')
    .replace(/ ([,:])/g, '$1')
    .trim()
    .slice(0, 300)
}

/** Pydantic puts a field on a line of its own and says below, indented, what is wrong with it. */
function refusals(text: string): string[] {
  const found = text.split('\n').flatMap((line) => {
    const kind = /^\s.*[[(]type=([\w.]{1,80})/.exec(line)?.[1]
    if (kind !== undefined) return [kind]
    return /^\S/.test(line) ? [line.slice(0, 80).replace(/\b\d+\b/g, '*')] : []
  })
  return [...new Set(found)].slice(0, 20)
}
