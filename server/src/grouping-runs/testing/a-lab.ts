import { createHash } from 'node:crypto'
import { eventTags } from '../../domain/event/event-tags.ts'
import type { Event } from '../../domain/event/event.ts'
import { shortHash } from '../../domain/event/short-hash.ts'
import { anEvent } from '../../domain/event/testing/an-event.ts'
import { userIdentity } from '../../domain/event/user-identity.ts'
import { groupEvent, markInApp, parseRules, rulesVersion } from '../../domain/grouping/index.ts'
import { defaultStorageSettings, sampleKeyOf, type StorageSettings } from '../../domain/storage/index.ts'
import { readRulesText } from '../../store/grouping-rules.ts'
import { readRun, type GroupingRunRow } from '../../store/grouping-runs.ts'
import type { Store } from '../../store/store.ts'
import { aRecord, noon } from '../../store/testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from '../../store/testing/a-recording-store.ts'
import { createGroupingRuns, type GroupingRuns } from '../grouping-runs.ts'
import type { RunResult } from '../run-result.ts'

export interface Lab {
  store: RecordingStore
  runs: GroupingRuns
  /** Takes events in, as the project's rules are now. */
  send(...events: Event[]): Promise<number[]>
  run(kind: 'preview' | 'apply', rules: string): Promise<GroupingRunRow & { found: RunResult }>
}

export const projectId = 1
/** After everything that was sent. */
export const runAt = noon + 86_400_000

/** A project with a grouping lab that does not wait for other servers. */
export async function aLab(
  open: () => Promise<Store>,
  storage: StorageSettings = defaultStorageSettings,
): Promise<Lab> {
  const store = await aRecordingStore(open, { storage })
  const runs = await createGroupingRuns({
    store,
    logger: {
      error(details: unknown) {
        throw new Error('A run failed.', { cause: details })
      },
    },
    now: () => runAt,
    untilSaved: () => Promise.resolve(),
  })
  return {
    store,
    runs,
    async send(...events) {
      const { rules } = parseRules(await readRulesText(store.reader, projectId))
      const recorded = await store.record(...events.map((event) => recordOf(event, rules)))
      return recorded.map((each) => (each.kind === 'stored' ? each.issueNumber : 0))
    },
    async run(kind, rules) {
      const version = rulesVersion(await readRulesText(store.reader, projectId))
      const { number } = await runs.start({ projectId, kind, rules, version, actor: 'ada', now: runAt })
      await runs.idle()
      const row = await readRun(store.reader, projectId, number)
      if (row === undefined) throw new Error('The run is gone.')
      return { ...row, found: JSON.parse(row.result ?? '{}') as RunResult }
    },
  }
}

interface Thrown {
  id: string
  type?: string
  message?: string
  place?: string
  tags?: Record<string, string>
  user?: string
  hour?: number
  release?: string
}

/** An error as it was sent, thrown at a place such as "/srv/app/cart.js#total". */
export function anError(thrown: Thrown): Event {
  const {
    id,
    type = 'CartError',
    message = 'voucher list is broken',
    place = '/srv/app/cart.js#total',
  } = thrown
  const { tags = {}, user, hour = 0, release } = thrown
  const [filename = '', name = ''] = place.split('#')
  const at = new Date(noon + hour * 3_600_000).toISOString()
  return anEvent({
    event_id: createHash('md5').update(id).digest('hex'),
    timestamp: at,
    received: at,
    platform: 'node',
    tags,
    ...(release !== undefined && { release }),
    ...(user !== undefined && { user: { id: user } }),
    exception: {
      values: [
        { type, value: message, stacktrace: { frames: [{ filename, function: name, in_app: true }] } },
      ],
    },
  })
}

function recordOf(event: Event, rules: ReturnType<typeof parseRules>['rules']) {
  const marked = markInApp(event, rules)
  const grouping = groupEvent(marked, rules)
  const identity = userIdentity(event)
  const { title, type, value, culprit, version, tier, parts } = grouping
  return aRecord({
    projectId,
    eventId: Buffer.from(event.event_id, 'hex'),
    occurredAtMs: Date.parse(event.timestamp),
    fingerprint: {
      version,
      tier,
      hash: Buffer.from(grouping.hash),
      parts: JSON.stringify(parts),
      unruledHash: grouping.unruledHash && Buffer.from(grouping.unruledHash),
      stackHash: grouping.stack && Buffer.from(grouping.stack),
      likenessHash: grouping.likeness && Buffer.from(grouping.likeness),
      chain: grouping.chain && JSON.stringify(grouping.chain),
    },
    title,
    type,
    value,
    culprit,
    release: event.release,
    userLabel: identity,
    userHash: identity === undefined ? undefined : shortHash(identity),
    tags: eventTags(event),
    sampleKey: sampleKeyOf({
      release: event.release,
      environment: event.environment,
      route: event.transaction,
      path: culprit,
    }),
    json: JSON.stringify(marked),
  })
}
