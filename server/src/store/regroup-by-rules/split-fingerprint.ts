import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { createApart } from '../regroup/create-apart.ts'
import { beforeOf, type IssueMove } from '../regroup/moves.ts'
import { readIssues } from '../regroup/save-issues.ts'
import { shareWords } from '../search/share-words.ts'
import { defineUnit, type Tx } from '../store.ts'
import { leadHash, readLeader, type LeadingHash } from './lead-hash.ts'
import type { MovedEvent } from './moved-event.ts'
import { hasAny, moveInto } from './move-events.ts'
import { followIssue } from './rebind.ts'
import { addRulesMoves, readRulesMoves } from './rules-moves.ts'
import { tellIssues } from './tell-issues.ts'

export interface SplitInput {
  projectId: number
  regrouping: number
  actor: string
  now: number
  from: number
  hash: LeadingHash
  heading: Pick<FingerprintRow, 'title' | 'type' | 'value' | 'culprit'>
  reason: string
  /** The first slice of the events that leave; a fingerprint without any would be none. */
  events: MovedEvent[]
}

/**
 * Makes a fingerprint of some events of another. It goes to the issue that their hash leads to, or becomes an issue.
 * Answers its number; undefined when none of the events is there any more.
 */
export const splitFingerprint = defineUnit(
  'regroup-by-rules.split-fingerprint',
  async (tx, input: SplitInput, dialect): Promise<number | undefined> => {
    const { projectId, hash, events } = input
    await dialect.lockProject(tx, projectId)
    const from = (await readFingerprints(tx, projectId, [input.from])).get(input.from)
    if (from === undefined || !(await hasAny(tx, from, events))) return undefined
    const leader = await readLeader(tx, projectId, hash)
    const created = await insertFingerprint(tx, from, input)
    const home = leader === undefined ? await createHome(tx, created) : await findHome(tx, projectId, leader)
    const bound: FingerprintRow = {
      ...created,
      issue_number: home.number,
      first_issue_number: home.number,
      binding: leader === undefined ? 'own' : 'regrouped',
    }
    await bind(tx, bound)
    if (leader === undefined) await leadHash(tx, projectId, bound.number, { ...hash, now: input.now })
    await note(tx, input, { from, bound, home })
    await moveInto(tx, bound, from, events)
    await shareWords(tx, dialect, projectId, { from: from.number, to: bound.number })
    return bound.number
  },
)

/** Made with the issue that it comes out of, and bound to its own in the same transaction. */
async function insertFingerprint(
  tx: Tx,
  from: FingerprintRow,
  { heading, now, events }: SplitInput,
): Promise<FingerprintRow> {
  const { last_fingerprint_number: number } = await tx
    .updateTable('projects')
    .set((eb) => ({ last_fingerprint_number: eb('last_fingerprint_number', '+', 1) }))
    .where('id', '=', from.project_id)
    .returning('last_fingerprint_number')
    .executeTakeFirstOrThrow()
  const [first] = events.toSorted((a, b) => a.occurredAtMs - b.occurredAtMs)
  const seen = first?.occurredAtMs ?? now
  const release = first?.release ?? null
  return tx
    .insertInto('fingerprints')
    .values({
      ...from,
      ...heading,
      number,
      binding: 'regrouped',
      event_count: 0,
      sample_count: 0,
      first_seen: seen,
      last_seen: seen,
      first_release: release,
      last_release: release,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface Home {
  number: number
  /** Undefined for an issue made just now. */
  row: IssueRow | undefined
}

/** It was triaged with the issue that it comes out of: what that decided holds for it too. */
async function createHome(tx: Tx, created: FingerprintRow): Promise<Home> {
  const { project_id: projectId, issue_number: parentNumber } = created
  const parent = (await readIssues(tx, projectId, [parentNumber])).get(parentNumber)
  if (parent === undefined) throw new Error(`The fingerprint's issue ${parentNumber} is missing.`)
  return { number: await createApart(tx, parent, created), row: undefined }
}

async function findHome(tx: Tx, projectId: number, leader: number): Promise<Home> {
  const row = (await readFingerprints(tx, projectId, [leader])).get(leader)
  const number = await followIssue(tx, projectId, row?.issue_number ?? Number.NaN)
  return { number, row: (await readIssues(tx, projectId, [number])).get(number) }
}

async function bind(tx: Tx, bound: FingerprintRow): Promise<void> {
  const { issue_number, first_issue_number, binding } = bound
  await tx
    .updateTable('fingerprints')
    .set({ issue_number, first_issue_number, binding })
    .where('project_id', '=', bound.project_id)
    .where('number', '=', bound.number)
    .execute()
}

/** An undo binds it to the issue in which its events were before everything. */
async function note(
  tx: Tx,
  input: SplitInput,
  { from, bound, home }: { from: FingerprintRow; bound: FingerprintRow; home: Home },
): Promise<void> {
  const { projectId, regrouping, hash } = input
  const sofar = await readRulesMoves(tx, projectId, regrouping)
  const origin = sofar.fingerprints.find(({ number }) => number === from.number)?.from ?? from.issue_number
  const origins = await readIssues(tx, projectId, [origin])
  const issues: IssueMove[] = [...origins.values()].map((row) => ({
    number: row.number,
    before: beforeOf(row),
    mergedInto: row.merged_into,
  }))
  issues.push({ number: home.number, before: home.row ? beforeOf(home.row) : null, mergedInto: null })
  const binding = { before: 'regrouped' as const, after: bound.binding }
  await addRulesMoves(tx, projectId, regrouping, {
    fingerprints: [{ number: bound.number, from: origin, to: home.number, binding }],
    issues,
    hashes: bound.binding === 'own' ? [{ version: hash.version, hash: hash.hash }] : [],
  })
  await tellIssues(tx, input, [...new Set([from.issue_number, home.number])])
}
