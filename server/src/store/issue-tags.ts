import type { IssueKey } from '../domain/issue/issue-id.ts'
import { numbersOf } from './issue-fingerprints.ts'
import type { Reader } from './store.ts'

const valuesShown = 10

export interface TagDistribution {
  key: string
  total: number
  other: number
  values: { value: string; event_count: number; last_seen: number }[]
}

const keysShown = 200

/** Each tag key of an issue with its most frequent values; `other` is all that is not among them. */
export async function readTags(reader: Reader, key: IssueKey): Promise<TagDistribution[]> {
  const [others, named] = await Promise.all([readOthers(reader, key), readNamed(reader, key)])
  return Promise.all(
    others.map(async (row) => {
      const total = Number(row.others) + (named.get(row.key) ?? 0)
      const values = await readTop(reader, key, row.key)
      const shown = values.reduce((sum, value) => sum + value.event_count, 0)
      return { key: row.key, total, other: total - shown, values }
    }),
  )
}

/** Events whose values are not counted by name, of each key. */
function readOthers(reader: Reader, { projectId, number }: IssueKey) {
  return reader
    .selectFrom('fingerprint_tag_keys')
    .select(({ fn }) => ['key', fn.sum<number | string>('other_count').as('others')])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .groupBy('key')
    .orderBy('key')
    .limit(keysShown)
    .execute()
}

/** Events whose values are, by key. */
async function readNamed(reader: Reader, { projectId, number }: IssueKey): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('fingerprint_tags')
    .select(({ fn }) => ['key', fn.sum<number | string>('event_count').as('events')])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .groupBy('key')
    .orderBy('key')
    .limit(keysShown)
    .execute()
  return new Map(rows.map((row) => [row.key, Number(row.events)]))
}

async function readTop(
  reader: Reader,
  { projectId, number }: IssueKey,
  key: string,
): Promise<TagDistribution['values']> {
  const rows = await reader
    .selectFrom('fingerprint_tags')
    .select(({ fn }) => [
      'value',
      fn.sum<number | string>('event_count').as('events'),
      fn.max('last_seen').as('last_seen'),
    ])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .where('key', '=', key)
    .groupBy('value')
    .orderBy('events', 'desc')
    .orderBy('value')
    .limit(valuesShown)
    .execute()
  return rows.map((row) => ({ value: row.value, event_count: Number(row.events), last_seen: row.last_seen }))
}
