import { groupBy } from './group-by.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'
import { createIssue } from './create-issue.ts'
import type { EventRecord } from './event-record.ts'

/** The records of a batch that belong to one issue, in the order of their arrival. */
export interface IssueRecords {
  issue: IssueRow
  /** Created by this batch: `issue` is then as inserted, with nothing counted. */
  isNew: boolean
  records: EventRecord[]
}

/** Finds the issue of each record by its fingerprint, and creates those that are missing. */
export async function bindToIssues(
  tx: Tx,
  projectId: number,
  records: EventRecord[],
): Promise<IssueRecords[]> {
  const byHash = groupBy(records, hashKey)
  const owners = await findOwners(tx, projectId, records)
  const issues = await readIssues(tx, projectId, [...new Set(owners.values())])
  const bound = new Map<number, IssueRecords>()
  for (const [hash, ofHash] of byHash) {
    const owner = issues.get(owners.get(hash) ?? Number.NaN)
    const [first] = ofHash
    if (first === undefined) continue
    const issue = owner ?? (await createIssue(tx, projectId, first))
    const sofar = bound.get(issue.number)
    if (sofar === undefined)
      bound.set(issue.number, { issue, isNew: owner === undefined, records: [...ofHash] })
    else sofar.records.push(...ofHash)
  }
  return [...bound.values()]
}

function hashKey({ fingerprint }: EventRecord): string {
  return `${fingerprint.version}:${fingerprint.hash.toString('hex')}`
}

async function findOwners(tx: Tx, projectId: number, records: EventRecord[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('fingerprints')
    .select(['version', 'hash', 'issue_number'])
    .where('project_id', '=', projectId)
    .where('version', 'in', [...new Set(records.map((record) => record.fingerprint.version))])
    .where(
      'hash',
      'in',
      records.map((record) => record.fingerprint.hash),
    )
    .execute()
  return new Map(rows.map((row) => [`${row.version}:${row.hash.toString('hex')}`, row.issue_number]))
}

async function readIssues(tx: Tx, projectId: number, numbers: number[]): Promise<Map<number, IssueRow>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}
