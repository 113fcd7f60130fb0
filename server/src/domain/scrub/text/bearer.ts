const bearer = /[\w.~+/-]{8,4096}={0,2}/y
const basic = /[A-Za-z\d+/]{6,4096}={0,2}/y

/** The credentials behind the word "Bearer" or "Basic" that ends here, as headers have them (RFC 6750, RFC 7617). */
export function findCredentials(text: string, word: string, end: number): [number, number] | undefined {
  const start = afterSpaces(text, end)
  if (start === end) return undefined
  const pattern = word === 'bearer' ? bearer : basic
  pattern.lastIndex = start
  const value = pattern.exec(text)?.[0]
  if (value === undefined) return undefined
  // People also write of bearer tokens and of basic authentication.
  const isSecret = word === 'bearer' ? /\d/.test(value) || value.length >= 24 : isUserAndPassword(value)
  return isSecret ? [start, start + value.length] : undefined
}

function afterSpaces(text: string, start: number): number {
  let at = start
  while (at - start < 3 && text.charCodeAt(at) === 32) at += 1
  return at
}

function isUserAndPassword(value: string): boolean {
  return /^[\x20-\x7E]{0,200}:/.test(Buffer.from(value.slice(0, 400), 'base64').toString('latin1'))
}
