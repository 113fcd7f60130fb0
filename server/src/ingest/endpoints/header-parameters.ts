import { Refusal } from '../refusals/refusal.ts'

/** A header such as `form-data; name="a"`: its first word, and its parameters by their names in lower case. */
export interface ParameterHeader {
  value: string
  parameters: Map<string, string>
}

/** A text in quotes, in which a backslash may stand before a quote or another; or one without, up to a semicolon. */
const parameter = /\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"\s*|([^;"]*))(?:;|$)/y

/** Throws a `Refusal`, where two servers might read two things: a parameter that comes twice, or that is cut off. */
export function readParameters(header: string): ParameterHeader {
  const end = header.indexOf(';')
  const value = (end === -1 ? header : header.slice(0, end)).trim().toLowerCase()
  const rest = end === -1 ? '' : header.slice(end + 1).trimEnd()
  const parameters = new Map<string, string>()
  let at = 0
  while (at < rest.length) {
    // Clients end the list with a semicolon, or double one.
    if (/[\s;]/.test(rest.charAt(at))) {
      at += 1
      continue
    }
    parameter.lastIndex = at
    const match = parameter.exec(rest)
    if (match === null) throw new Refusal(400, `The form has a header that is malformed: ${clip(header)}`)
    const [, name = '', quoted, plain = ''] = match
    const key = name.toLowerCase()
    if (parameters.has(key)) throw new Refusal(400, `The form has a header with two of "${clip(key)}".`)
    parameters.set(key, quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(["\\])/g, '$1'))
    at = parameter.lastIndex
  }
  return { value, parameters }
}

function clip(text: string): string {
  return text.slice(0, 100)
}
