import { isIP, isIPv4, isIPv6 } from 'node:net'
import { DOT, isDigit, isWord, SLASH } from './characters.ts'
import type { Find } from './find.ts'

const four = /\d{1,3}(?:\.\d{1,3}){3}/y
const six = /[\da-f:]{3,39}/iy
const either = /[\da-f:.]{2,45}/gi

/** Where a public address that starts with this word ends. Numbers of versions look alike. */
export function endOfAddress(text: string, start: number): number | undefined {
  return endOfFour(text, start) ?? endOfSix(text, start)
}

function endOfFour(text: string, start: number): number | undefined {
  four.lastIndex = start
  const address = four.exec(text)?.[0]
  if (address === undefined || !isIPv4(address) || !isOfSomebody(address)) return undefined
  const end = start + address.length
  const next = text.charCodeAt(end)
  if (isWord(next) || (next === DOT && isDigit(text.charCodeAt(end + 1)))) return undefined
  return isVersion(text, start) ? undefined : end
}

/** Global unicast addresses begin with 2 or 3 (RFC 4291, 2.4); clock times and C++ names do not parse. */
function endOfSix(text: string, start: number): number | undefined {
  six.lastIndex = start
  const address = six.exec(text)?.[0].replace(/:$/, '')
  return address !== undefined && /^[23]/.test(address) && isIPv6(address)
    ? start + address.length
    : undefined
}

/** Private and loopback networks (RFC 6890) are nobody's; networks themselves end in 0, and so do versions. */
const nobodys =
  /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|22[4-9]|2[34]\d|25[0-5])\.|\.0$/

function isOfSomebody(address: string): boolean {
  return !nobodys.test(address)
}

function isVersion(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (before === DOT) return true
  // "Chrome/120.0.6099.109", but not "http://…".
  if (before === SLASH) return text.charCodeAt(start - 2) !== SLASH
  return /(?:version|release|build|@)\W{0,5}$/i.test(text.slice(Math.max(start - 14, 0), start))
}

/** Every address, private ones too, beside what was found: for fields that are known to hold somebody's. */
export function withAllAddresses(text: string, finds: Find[] | undefined): Find[] | undefined {
  const addresses = [...text.matchAll(either)].flatMap(({ 0: candidate, index }) => {
    const length = lengthOfAddress(candidate)
    return length === 0 ? [] : [{ start: index, end: index + length, rule: '@ip:replace' } satisfies Find]
  })
  if (addresses.length === 0) return finds
  let reached = 0
  return [...(finds ?? []), ...addresses]
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start, end }) => {
      const isApart = start >= reached
      if (isApart) reached = end
      return isApart
    })
}

/** With a port behind it, an IPv4 address is still one. */
function lengthOfAddress(candidate: string): number {
  if (isIP(candidate) !== 0) return candidate.length
  const host = candidate.split(':', 1)[0] ?? ''
  return isIPv4(host) ? host.length : 0
}
