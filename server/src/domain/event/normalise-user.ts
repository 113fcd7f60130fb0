import { isIP } from 'node:net'
import type { Json, User } from './event.ts'
import { asObject, asPairs, asText, present } from './read-json.ts'

const known = new Set(['id', 'email', 'username', 'name', 'ip_address', 'geo', 'data', 'segment'])

/** `clientIp` stands in for "{{auto}}", with which clients ask for the address of their request. */
export function normaliseUser(value: Json | undefined, clientIp: string | undefined): User | undefined {
  const user = asObject(value)
  if (user === undefined) return undefined
  const others = Object.entries(user).filter(([key, item]) => !known.has(key) && item !== null)
  const data = { ...asObject(user['data']), ...Object.fromEntries(others) }
  const geo = Object.fromEntries(asPairs(user['geo']))
  const normalised: User = present({
    id: asText(user['id'], 128),
    email: asText(user['email'], 128),
    username: asText(user['username'], 128),
    name: asText(user['name'], 128),
    ip_address: address(user['ip_address'], clientIp),
    geo: Object.keys(geo).length > 0 ? geo : undefined,
    data: Object.keys(data).length > 0 ? data : undefined,
  })
  return Object.keys(normalised).length > 0 ? normalised : undefined
}

function address(value: Json | undefined, clientIp: string | undefined): string | undefined {
  const text = value === '{{auto}}' ? clientIp : asText(value, 64)
  return text !== undefined && isIP(text) !== 0 ? text : undefined
}
