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

/** Each tag key of an issue with its most frequent values; `other` is all that is not among them. */
export async function readTags(reader: Reader, { projectId, number }: IssueKey): Promise<TagDistribution[]> {
  const keys = await reader
    .selectFrom('fingerprint_tag_keys')
    .select(({ fn }) => ['key', fn.sum<number | string>('event_count').as('event_count')])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .groupBy('key')
    .orderBy('key')
    .limit(200)
    .execute()
  return Promise.all(
    keys.map(async ({ key, event_count }) => {
      const total = Number(event_count)
      const values = await readTop(reader, { projectId, number }, key)
      const shown = values.reduce((sum, value) => sum + value.event_count, 0)
      return { key, total, other: total - shown, values }
    }),
  )
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
