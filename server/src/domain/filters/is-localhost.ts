import type { Event } from '../event/event.ts'
import { readHeader } from './read-header.ts'

/**
 * Whether it happened on a developer's machine: the page's address, or that of the request which a server answered.
 * `file:` and `capacitor:` pages are not meant: packaged apps are delivered that way.
 */
export function isLocalhost(event: Event): boolean {
  const host = hostOfUrl(event.request?.url) ?? hostOfAuthority(readHeader(event, 'host'))
  if (host !== undefined && isLocalName(host)) return true
  // On a server the address of the user is often that of the proxy before it.
  const address = event.platform === 'javascript' ? event.user?.ip_address : undefined
  return address !== undefined && isLoopback(address.toLowerCase())
}

function hostOfUrl(url: string | undefined): string | undefined {
  const match = /^(?:https?|wss?):\/\/([^/?#\\]*)/i.exec(url ?? '')
  return hostOfAuthority(match?.[1])
}

/** `user:password@host:port`; an IPv6 address is in brackets. */
function hostOfAuthority(authority: string | undefined): string | undefined {
  if (authority === undefined || authority === '') return undefined
  const place = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
  const end = place.startsWith('[') ? place.indexOf(']') : place.indexOf(':')
  const host = place.startsWith('[') ? place.slice(1, end) : place.slice(0, end === -1 ? undefined : end)
  return host.endsWith('.') ? host.slice(0, -1) : host
}

/** RFC 6761 keeps `localhost` and all below it for the own machine; 0.0.0.0 is what servers print as theirs. */
function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '0.0.0.0' || isLoopback(host)
}

/** 127.0.0.0/8 and ::1, the first also in the form of an IPv6 socket. */
function isLoopback(address: string): boolean {
  const four = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  return address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(four)
}
