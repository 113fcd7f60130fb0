/** In memory of their own: what is handed to another thread takes all of its memory along. */
export function ownBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text))
}
