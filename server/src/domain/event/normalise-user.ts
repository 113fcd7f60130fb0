import { isIP } from 'node:net'
import type { Json, User } from './event.ts'
import { asName, asObject, asPairs, asText, filled, present, type JsonObject } from './read-json.ts'

const known = new Set(['id', 'email', 'username', 'name', 'ip_address', 'geo', 'data'])

/** `clientIp` stands in for "{{auto}}", with which clients ask for the address of their request. */
export function normaliseUser(raw: JsonObject, clientIp: string | undefined): User | undefined {
  const user = asObject(raw['user']) ?? {}
  const others = Object.entries(user).filter(([key, item]) => !known.has(key) && item !== null)
  const normalised: User = present({
    id: asName(user['id']),
    email: asName(user['email']),
    username: asName(user['username']),
    name: asName(user['name']),
    ip_address: address(user['ip_address'], raw, clientIp),
    geo: filled(Object.fromEntries(asPairs(user['geo']))),
    data: filled({ ...asObject(user['data']), ...Object.fromEntries(others) }),
  })
  return filled(normalised)
}

/**
 * The address of the request is kept only where the client asks for it: by "{{auto}}", or a browser by its setting
 * `infer_ip`, which may also forbid it. That old browser SDKs say nothing is no consent.
 */
function address(said: Json | undefined, raw: JsonObject, clientIp: string | undefined): string | undefined {
  const inference = asObject(asObject(raw['sdk'])?.['settings'])?.['infer_ip']
  const isAsked = said === '{{auto}}' || (said === undefined && inference === 'auto' && isBrowser(raw))
  const text = isAsked ? (inference === 'never' ? undefined : clientIp) : asText(said)?.trim()
  return text !== undefined && isIP(text) !== 0 ? text : undefined
}

/** Of a server it would be the server's own address. */
function isBrowser(raw: JsonObject): boolean {
  return raw['platform'] === 'javascript'
}
