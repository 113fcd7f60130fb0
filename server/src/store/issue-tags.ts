import type { IssueKey } from '../domain/issue/issue-id.ts'
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
    .selectFrom('issue_tag_keys')
    .select(['key', 'event_count'])
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('key')
    .limit(200)
    .execute()
  return Promise.all(
    keys.map(async ({ key, event_count: total }) => {
      const values = await readTop(reader, { projectId, number }, key)
      const shown = values.reduce((sum, value) => sum + value.event_count, 0)
      return { key, total, other: total - shown, values }
    }),
  )
}

function readTop(
  reader: Reader,
  { projectId, number }: IssueKey,
  key: string,
): Promise<TagDistribution['values']> {
  return reader
    .selectFrom('issue_tags')
    .select(['value', 'event_count', 'last_seen'])
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .where('key', '=', key)
    .orderBy('event_count', 'desc')
    .orderBy('value')
    .limit(valuesShown)
    .execute()
}
