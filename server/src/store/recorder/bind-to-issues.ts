import type { BulkFind } from '../bulk/statements.ts'
import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'
import { createIssues } from './create-issues.ts'
import type { EventRecord } from './event-record.ts'
import { readFingerprints } from './find-fingerprints.ts'
import { followHashes, type NewHash } from './follow-hashes.ts'
import { fuseStacks, type Attached, type Stack } from './fuse-stacks.ts'
import { groupBy } from './group-by.ts'

/** The records of a batch that a fingerprint gathers, in the order of their arrival. */
export interface FingerprintRecords {
  /** As it was before the batch; a new one has nothing counted. */
  fingerprint: FingerprintRow
  isNew: boolean
  records: EventRecord[]
}

/** What a batch brings to one issue. */
export interface IssueRecords {
  /** As it was before the batch; a new one has nothing counted. */
  issue: IssueRow
  fingerprints: FingerprintRecords[]
}

export interface Binding {
  issues: IssueRecords[]
  newHashes: NewHash[]
  stacks: Stack[]
}

/**
 * Finds the fingerprint of each record, and through it the issue: by its hash, by that of an older version of the
 * grouping, by its code path if that has produced too many; and creates those that are missing.
 */
export async function bindToIssues(tx: Tx, projectId: number, records: EventRecord[]): Promise<Binding> {
  const { led, newHashes, strangers } = await followHashes(tx, projectId, records)
  const { splits, attached, stacks } = await fuseStacks(tx, projectId, strangers)
  const created = await createIssues(tx, projectId, splits)
  for (const { fingerprint, newcomer } of created) {
    for (const record of newcomer.records) led.set(record, fingerprint)
    newHashes.push({ fingerprintNumber: fingerprint.number, record: newcomer.first })
    if (newcomer.stack !== undefined) newcomer.stack.first_fingerprint_number ??= fingerprint.number
  }
  await leadAttached(tx, projectId, attached, led)
  const issues = new Map(created.map(({ issue }) => [issue.number, issue]))
  const fingerprints = gather(records, led, new Set(created.map(({ fingerprint }) => fingerprint.number)))
  await readIssues(tx, projectId, fingerprints, issues)
  return { issues: byIssue(fingerprints, issues), newHashes, stacks }
}

/** A code path's first fingerprint may be anywhere by now: it is followed. */
async function leadAttached(
  tx: Tx,
  projectId: number,
  attached: Attached[],
  led: Map<EventRecord, FingerprintRow>,
): Promise<void> {
  const here = new Map([...led.values()].map((fingerprint) => [fingerprint.number, fingerprint]))
  const firsts = attached.flatMap(({ stack }) => stack.first_fingerprint_number ?? [])
  const elsewhere = [...new Set(firsts)].filter((number) => !here.has(number))
  const read = await readFingerprints(tx, projectId, elsewhere)
  for (const { records, stack } of attached) {
    const number = stack.first_fingerprint_number ?? Number.NaN
    const fingerprint = here.get(number) ?? read.get(number)
    if (fingerprint !== undefined) for (const record of records) led.set(record, fingerprint)
  }
}

function gather(
  records: EventRecord[],
  led: Map<EventRecord, FingerprintRow>,
  newNumbers: Set<number>,
): FingerprintRecords[] {
  const byNumber = groupBy(records, (record) => led.get(record)?.number)
  return [...byNumber.values()].map((ofFingerprint) => {
    const fingerprint = ofFingerprint[0] && led.get(ofFingerprint[0])
    if (fingerprint === undefined) throw new Error('An event was led to no fingerprint.')
    return { fingerprint, isNew: newNumbers.has(fingerprint.number), records: ofFingerprint }
  })
}

const findIssues = {
  select: 'i.*',
  from: 'issues AS i',
  keyed: 'i',
  keys: { project_id: 'number', number: 'number' },
} satisfies BulkFind

/** Adds those that are missing. */
async function readIssues(
  tx: Tx,
  projectId: number,
  fingerprints: FingerprintRecords[],
  issues: Map<number, IssueRow>,
): Promise<void> {
  const numbers = new Set(fingerprints.map(({ fingerprint }) => fingerprint.issue_number))
  const missing = [...numbers].filter((number) => !issues.has(number))
  if (missing.length === 0) return
  const rows = await tx.bulk.find<IssueRow>(
    findIssues,
    missing.map((number) => ({ project_id: projectId, number })),
  )
  for (const row of rows) issues.set(row.number, row)
}

function byIssue(fingerprints: FingerprintRecords[], issues: Map<number, IssueRow>): IssueRecords[] {
  const grouped = groupBy(fingerprints, ({ fingerprint }) => fingerprint.issue_number)
  return [...grouped].map(([number, ofIssue]) => {
    const issue = issues.get(number)
    if (issue === undefined) throw new Error(`The fingerprints' issue ${number} is missing.`)
    return { issue, fingerprints: ofIssue }
  })
}
