/** Writes an envelope of JSON items; `headers.type` of each names what it is. */
export function serialiseEnvelope(
  headers: Record<string, unknown>,
  items: { headers: { type: string }; payload: unknown }[],
): string {
  const lines = [JSON.stringify(headers)]
  for (const item of items) lines.push(JSON.stringify(item.headers), JSON.stringify(item.payload))
  return `${lines.join('\n')}\n`
}
