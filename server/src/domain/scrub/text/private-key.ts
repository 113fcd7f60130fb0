const opening = /^-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/
const longestOpening = 100
const closing = '-----END'

/** The end of a private key in PEM (RFC 7468) that starts here; one that was cut off goes on to the end of the text. */
export function endOfPrivateKey(text: string, start: number): number | undefined {
  const opened = opening.exec(text.slice(start, start + longestOpening))
  if (opened === null) return undefined
  const close = text.indexOf(closing, start + opened[0].length)
  if (close === -1) return text.length
  const end = text.indexOf('-----', close + closing.length)
  return end === -1 ? text.length : end + 5
}
