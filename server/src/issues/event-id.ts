/** The 16 bytes of an event id in any form that people and clients write it. */
export function parseEventId(text: string): Buffer | undefined {
  const hex = text.replaceAll('-', '').toLowerCase()
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : undefined
}
