import type { Tx } from '../store.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import { keepTagValues, type TagKeyRow } from './keep-tag-values.ts'
import { inSlices } from './in-slices.ts'
import { tallyTags, type TagTally } from './tally-tags.ts'

/** Counts the tag values of each issue: exact for the first values of a key, the rest together as "other". */
export async function countTags(tx: Tx, projectId: number, bound: IssueRecords[]): Promise<void> {
  for (const { issue, records, isNew } of bound) {
    const tally = tallyTags(records)
    if (tally.length === 0) continue
    const keys = isNew ? [] : await readKeys(tx, projectId, issue.number, tally)
    const known = keys.length === 0 ? new Set<string>() : await readKnown(tx, projectId, issue.number, tally)
    const plan = keepTagValues(tally, keys, known)
    await addToKeys(tx, projectId, issue.number, plan.keys)
    await addToValues(tx, projectId, issue.number, plan.values)
  }
}

async function readKeys(
  tx: Tx,
  projectId: number,
  issueNumber: number,
  tally: TagTally[],
): Promise<TagKeyRow[]> {
  const rows: TagKeyRow[] = []
  for (const slice of inSlices([...new Set(tally.map((row) => row.key))])) {
    const ofSlice = await tx
      .selectFrom('issue_tag_keys')
      .select(['key', 'value_count'])
      .where('project_id', '=', projectId)
      .where('issue_number', '=', issueNumber)
      .where('key', 'in', slice)
      .execute()
    rows.push(...ofSlice)
  }
  return rows
}

async function readKnown(
  tx: Tx,
  projectId: number,
  issueNumber: number,
  tally: TagTally[],
): Promise<Set<string>> {
  const known = new Set<string>()
  for (const slice of inSlices(tally)) {
    const rows = await tx
      .selectFrom('issue_tags')
      .select(['key', 'value'])
      .where('project_id', '=', projectId)
      .where('issue_number', '=', issueNumber)
      .where('key', 'in', [...new Set(slice.map((row) => row.key))])
      .where('value', 'in', [...new Set(slice.map((row) => row.value))])
      .execute()
    for (const row of rows) known.add(JSON.stringify([row.key, row.value]))
  }
  return known
}

async function addToKeys(
  tx: Tx,
  projectId: number,
  issueNumber: number,
  keys: { key: string; newValues: number; events: number; others: number }[],
): Promise<void> {
  const rows = keys.map(({ key, newValues, events, others }) => ({
    project_id: projectId,
    issue_number: issueNumber,
    key,
    value_count: newValues,
    event_count: events,
    other_count: others,
  }))
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('issue_tag_keys')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'issue_number', 'key']).doUpdateSet((eb) => ({
          value_count: eb('issue_tag_keys.value_count', '+', eb.ref('excluded.value_count')),
          event_count: eb('issue_tag_keys.event_count', '+', eb.ref('excluded.event_count')),
          other_count: eb('issue_tag_keys.other_count', '+', eb.ref('excluded.other_count')),
        })),
      )
      .execute()
  }
}

async function addToValues(
  tx: Tx,
  projectId: number,
  issueNumber: number,
  values: TagTally[],
): Promise<void> {
  const rows = values.map(({ key, value, events, lastSeenMs }) => ({
    project_id: projectId,
    issue_number: issueNumber,
    key,
    value,
    event_count: events,
    last_seen: lastSeenMs,
  }))
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('issue_tags')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'issue_number', 'key', 'value']).doUpdateSet((eb) => ({
          event_count: eb('issue_tags.event_count', '+', eb.ref('excluded.event_count')),
          last_seen: eb
            .case()
            .when(eb.ref('excluded.last_seen'), '>', eb.ref('issue_tags.last_seen'))
            .then(eb.ref('excluded.last_seen'))
            .else(eb.ref('issue_tags.last_seen'))
            .end(),
        })),
      )
      .execute()
  }
}
