import type { User } from '../event/event.ts'
import { replaced } from './keep-same.ts'
import { scrubRecord } from './scrub-fields.ts'
import { scrubObject } from './scrub-json.ts'
import { scrubNamedText } from './scrub-text.ts'
import { inside, note, type Walk } from './walk.ts'

/** Who it was stays, for that is why a client says it; the address goes unless the project wants it. */
export function scrubUser(user: User, walk: Walk): User {
  let scrubbed = withoutAddress(user, walk)
  for (const key of ['id', 'email', 'username', 'name', 'ip_address'] as const) {
    const text = scrubbed[key]
    if (text === undefined) continue
    scrubbed = replaced(scrubbed, key, scrubNamedText(text, key, walk.rules.judge(key), walk))
  }
  const { geo, data } = user
  if (geo !== undefined)
    scrubbed = replaced(
      scrubbed,
      'geo',
      inside(walk, 'geo', () => scrubRecord(geo, walk)),
    )
  if (data === undefined) return scrubbed
  return replaced(
    scrubbed,
    'data',
    inside(walk, 'data', () => scrubObject(data, undefined, walk)),
  )
}

function withoutAddress(user: User, walk: Walk): User {
  if (!walk.rules.addresses || user.ip_address === undefined) return user
  if (walk.rules.judge('ip_address').kind === 'safe') return user
  const { ip_address: address, ...rest } = user
  note(walk, 'ip_address', [['@ip:replace', 'x']], address.length)
  return rest
}
