import { levelSamples, type SampleKind } from '../../domain/storage/index.ts'
import type { IssueKey } from '../../domain/issue/issue-id.ts'
import { walkEvents } from '../issue-events.ts'
import { numbersOf } from '../issue-fingerprints.ts'
import { sql } from 'kysely'
import { defineQuery, type Reader } from '../store.ts'
import { inState } from './exempt.ts'

/** Issues that are trimmed before others of the project have their turn. */
const issuesAtOnce = 20

/** Issues of a project that have more samples than they may, those with the most first. */
export async function findOverBudget(reader: Reader, projectId: number, budget: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    // As the index says it: SQLite compares texts.
    .where(sql<boolean>`sample_count > 1`)
    // The latest comes on top.
    .where('sample_count', '>', budget + 1)
    .orderBy('sample_count', 'desc')
    .limit(issuesAtOnce)
    .execute()
  return rows.map((row) => row.number)
}

/** Which samples an issue is to let go (event ids as hex), the oldest of each kind first; at most `limit`. */
export const findExcess = defineQuery(
  'storage.find-excess',
  async (reader, { budget, limit, ...key }: IssueKey & { budget: number; limit: number }) => {
    const { kinds, latest } = await readKinds(reader, key)
    const count = kinds.reduce((sum, kind) => sum + kind.count, 0)
    const ids: string[] = []
    for (const trim of levelSamples(kinds, count - budget)) {
      if (ids.length >= limit) break
      ids.push(...(await readOldest(reader, key, { ...trim, but: latest })))
    }
    return ids.slice(0, limit)
  },
)

/** Without the latest event of the issue, which stays. */
async function readKinds(
  reader: Reader,
  key: IssueKey,
): Promise<{ kinds: SampleKind[]; latest: Buffer | undefined }> {
  const [latest] = await walkEvents(reader, key, { direction: 'older', limit: 1 })
  const rows = await samplesOf(reader, key)
    .select(['sample_key', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('sample_key')
    .execute()
  const latestKey =
    latest?.payload_state === 'sample' ? await readKey(reader, key, latest.event_id) : undefined
  return {
    kinds: rows.map((row) => ({
      key: row.sample_key,
      count: row.sample_key === latestKey ? row.count - 1 : row.count,
    })),
    latest: latest?.event_id,
  }
}

async function readKey(
  reader: Reader,
  { projectId }: IssueKey,
  eventId: Buffer,
): Promise<number | undefined> {
  const row = await reader
    .selectFrom('events')
    .select('sample_key')
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row?.sample_key
}

async function readOldest(
  reader: Reader,
  key: IssueKey,
  { key: sampleKey, count, but }: SampleKind & { but: Buffer | undefined },
): Promise<string[]> {
  const rows = await samplesOf(reader, key)
    .select('event_id')
    .where('sample_key', '=', sampleKey)
    .orderBy('received_at')
    .limit(count + 1)
    .execute()
  return rows
    .filter((row) => but === undefined || !row.event_id.equals(but))
    .slice(0, count)
    .map((row) => row.event_id.toString('hex'))
}

function samplesOf(reader: Reader, key: IssueKey) {
  return reader
    .selectFrom('events')
    .where('project_id', '=', key.projectId)
    .where('fingerprint_number', 'in', numbersOf(key))
    .where(inState('sample'))
}
