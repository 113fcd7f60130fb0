import { securityKinds, type Breadcrumb, type Event, type LogEntry } from '../event/event.ts'
import type { JsonObject } from '../event/read-json.ts'
import { mapSame, replaced } from './keep-same.ts'
import { isEmpty, mergeRemarks } from './remarks.ts'
import { rulesFor } from './rules.ts'
import { scrubExceptions, scrubThreads } from './scrub-exceptions.ts'
import { scrubRecord, scrubTexts } from './scrub-fields.ts'
import { mapNamed, scrubMembers } from './scrub-members.ts'
import { scrubJson, scrubObject, surroundingsOf } from './scrub-json.ts'
import { scrubMeta } from './scrub-meta.ts'
import { scrubRequest } from './scrub-request.ts'
import { scrubSdk } from './scrub-sdk.ts'
import { scrubBareText } from './scrub-text.ts'
import { scrubUser } from './scrub-user.ts'
import { spareKnown } from './spare-known.ts'
import type { ScrubSettings } from './settings.ts'
import { inside, startWalk, type Walk } from './walk.ts'

/**
 * Removes secrets and personal data from a normalised event. Only what is secret in a value goes, not the value around
 * it; each removal leaves a remark in `_meta` at the path of its value. An event that holds none is returned itself,
 * and one that was scrubbed already does not change.
 */
export function scrubEvent(event: Event, settings: ScrubSettings): Event {
  const walk = startWalk(rulesFor(settings))
  const scrubbed = parts.reduce((before, scrub) => scrub(before, walk), event)
  const meta = event._meta === undefined ? undefined : scrubMeta(event._meta, walk)
  if (!isEmpty(walk.remarks)) return { ...scrubbed, _meta: mergeRemarks(meta, walk.remarks) }
  return meta === undefined ? scrubbed : replaced(scrubbed, '_meta', meta)
}

/** A scrubber of one attribute, for events that have it. */
function part<Key extends keyof Event>(
  key: Key,
  scrub: (value: NonNullable<Event[Key]>, walk: Walk) => NonNullable<Event[Key]>,
) {
  return (event: Event, walk: Walk): Event => {
    const value = event[key]
    if (value === undefined || value === null) return event
    return replaced(
      event,
      key,
      inside(walk, key, () => scrub(value, walk)),
    )
  }
}

/** Names and versions that developers choose; the server's own address is nobody's. */
const names = ['logger', 'server_name', 'release', 'dist', 'environment', 'platform'] as const
const texts = ['transaction', 'culprit'] as const

const parts = [
  (event: Event, walk: Walk) => scrubTexts(event, names, walk, 'path'),
  (event: Event, walk: Walk) => scrubTexts(event, texts, walk, 'text'),
  part('exception', scrubExceptions),
  part('threads', scrubThreads),
  part('logentry', scrubLogEntry),
  part('breadcrumbs', (crumbs, walk) => {
    const values = inside(walk, 'values', () =>
      mapSame(crumbs.values, (crumb, at) => inside(walk, String(at), () => scrubBreadcrumb(crumb, walk))),
    )
    return replaced(crumbs, 'values', values)
  }),
  part('request', scrubRequest),
  part('user', scrubUser),
  part('tags', scrubRecord),
  part('extra', (extra, walk) => scrubObject(extra, undefined, walk)),
  // A browser's report is data under names of its own, as `extra` is.
  ...securityKinds.map((kind) => part(kind, (report, walk) => scrubObject(report, undefined, walk))),
  part('contexts', (contexts, walk) =>
    mapNamed(contexts, walk, 'text', (context, name) => scrubContext(context, name, walk)),
  ),
  // Names of packages are not names of values: "cookie-signature" has a version.
  part('modules', (modules, walk) =>
    spareKnown(modules, walk, (all) =>
      mapNamed(all, walk, 'path', (version, name) => scrubBareText(version, name, walk, 'path')),
    ),
  ),
  part('sdk', (sdk, walk) => spareKnown(sdk, walk, (all) => scrubSdk(all, walk))),
  // Identifiers, file names and addresses in memory.
  part('debug_meta', (meta, walk) => {
    const images = inside(walk, 'images', () =>
      mapSame(meta.images, (image, at) => inside(walk, String(at), () => scrubMembers(image, walk))),
    )
    return replaced(meta, 'images', images)
  }),
  part('fingerprint', (items, walk) => mapSame(items, (item, at) => scrubBareText(item, String(at), walk))),
]

function scrubLogEntry(entry: LogEntry, walk: Walk): LogEntry {
  const scrubbed = scrubTexts(entry, ['message', 'formatted'], walk, 'text')
  const { params } = entry
  if (params === undefined) return scrubbed
  const plain = walk.rules.judge('params')
  const clean = inside(walk, 'params', () =>
    Array.isArray(params)
      ? mapSame(params, (param, at) => scrubJson(param, String(at), plain, walk))
      : scrubObject(params, undefined, walk),
  )
  return replaced(scrubbed, 'params', clean)
}

function scrubContext(context: JsonObject, name: string, walk: Walk): JsonObject {
  const verdict = walk.rules.judge(name)
  if (verdict.kind === 'safe') return context
  return inside(walk, name, () => scrubObject(context, surroundingsOf(verdict), walk))
}

function scrubBreadcrumb(crumb: Breadcrumb, walk: Walk): Breadcrumb {
  const scrubbed = scrubTexts(
    scrubTexts(crumb, ['category', 'message'], walk, 'text'),
    ['type'],
    walk,
    'path',
  )
  const { data } = crumb
  if (data === undefined) return scrubbed
  return replaced(
    scrubbed,
    'data',
    inside(walk, 'data', () => scrubObject(data, undefined, walk)),
  )
}
