import type { ClientBase } from 'pg'

const names = new Map<string, string>()

/** Each connection parses and plans this text once. Answers the text; for the few that are of the program, not of its input. */
export function keepPrepared(text: string): string {
  if (!names.has(text)) names.set(text, `mishap_${names.size + 1}`)
  return text
}

/** Lets a new connection send these texts by their names. */
export function usePreparedTexts(client: ClientBase): void {
  const send = client.query.bind(client) as (...of: unknown[]) => unknown
  const query = (text: unknown, values: unknown, ...others: unknown[]): unknown => {
    const name = typeof text === 'string' ? names.get(text) : undefined
    return name === undefined ? send(text, values, ...others) : send({ name, text, values }, ...others)
  }
  // All of its overloads go the same way.
  client.query = query as typeof client.query
}
