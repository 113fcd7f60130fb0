import type { FingerprintRow } from '../fingerprint-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { createApart, readStaying } from '../regroup/create-apart.ts'
import { findHome } from '../regroup/find-home.ts'
import { readFingerprintsOf, type Placement } from '../regroup/place-fingerprints.ts'
import { readIssues } from '../regroup/save-issues.ts'
import { defineUnit, type Tx } from '../store.ts'
import { leadHash, type LeadingHash } from './lead-hash.ts'
import { followIssue, rebind } from './rebind.ts'
import { addRulesMoves } from './rules-moves.ts'
import { tellIssues } from './tell-issues.ts'

export interface LeaveInput {
  projectId: number
  regrouping: number
  actor: string
  now: number
  fingerprint: number
  hash: LeadingHash
  reason: string
}

/**
 * Takes a whole fingerprint out of the issue in which rules or an undo have put it: to the one that its hash leads to,
 * else to the one that it was made with, or to a new one. However many events it has, none is touched.
 */
export const leaveIssue = defineUnit(
  'regroup-by-rules.leave-issue',
  async (tx, input: LeaveInput, dialect): Promise<void> => {
    const { projectId, regrouping, hash, now } = input
    await dialect.lockProject(tx, projectId)
    const row = (await readFingerprints(tx, projectId, [input.fingerprint])).get(input.fingerprint)
    if (row === undefined || row.binding !== 'regrouped') return
    const { leader, isNew } = await leadHash(tx, projectId, row.number, { ...hash, now })
    const placement = leader === row.number ? await placeApart(tx, row) : await placeWith(tx, row, leader)
    const moves = await rebind(tx, projectId, placement ? [placement] : [])
    const isMade = placement?.isMade === true
    const issues = moves.issues.map((issue) =>
      isMade && issue.number === placement.to ? { ...issue, before: null } : issue,
    )
    const hashes = isNew ? [{ version: hash.version, hash: hash.hash }] : []
    if (issues.length + hashes.length === 0) return
    await addRulesMoves(tx, projectId, regrouping, { ...moves, issues, hashes })
    await tellIssues(
      tx,
      input,
      issues.map((issue) => issue.number),
    )
  },
)

interface Leaving extends Placement {
  /** Whether the issue was made for it. */
  isMade: boolean
}

/** One that is left alone in its issue has one of its own already. */
async function placeApart(tx: Tx, row: FingerprintRow): Promise<Leaving | undefined> {
  const { project_id: projectId, issue_number: from, number } = row
  const parent = (await readIssues(tx, projectId, [from])).get(from)
  const others = (await readFingerprintsOf(tx, projectId, [from])).filter((other) => other.number !== number)
  if (parent === undefined || others.length === 0) return undefined
  const home = await findHome(tx, parent, [row])
  const isFree = home !== undefined && (await readStaying(tx, parent, home, new Set([number]))).length === 0
  if (isFree) return { number, to: home, binding: 'own', isMade: false }
  return { number, to: await createApart(tx, parent, row), binding: 'own', isMade: true }
}

async function placeWith(tx: Tx, row: FingerprintRow, leader: number): Promise<Leaving | undefined> {
  const led = (await readFingerprints(tx, row.project_id, [leader])).get(leader)
  if (led === undefined) return undefined
  const to = await followIssue(tx, row.project_id, led.issue_number)
  return { number: row.number, to, binding: 'regrouped', isMade: false }
}
