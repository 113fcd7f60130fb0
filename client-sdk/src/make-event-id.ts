/** Given where nothing is reported, so that whoever wants an id gets one of the right form. */
export const noEventId = '0'.repeat(32)

/** 32 random hex digits. `randomUUID` would need a secure context in browsers. */
export function makeEventId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
