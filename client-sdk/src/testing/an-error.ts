/** An error with the given stack, as an engine would have made it. */
export function anError(name: string, message: string, lines: string[]): Error {
  const error = new Error(message)
  error.name = name
  error.stack = [`${name}: ${message}`, ...lines.map((line) => `    at ${line}`)].join('\n')
  return error
}
