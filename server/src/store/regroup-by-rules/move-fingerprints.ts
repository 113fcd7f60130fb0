import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { addActivity } from '../regroup/add-activity.ts'
import type { Moves } from '../regroup/moves.ts'
import { defineUnit, type Tx } from '../store.ts'
import { leadHash, type LeadingHash } from './lead-hash.ts'
import { followIssue, rebind } from './rebind.ts'
import { addRulesMoves, type RulesMoves } from './rules-moves.ts'

export interface MoveFingerprintsInput {
  projectId: number
  regrouping: number
  actor: string
  now: number
  /** Hashes that lead to whole fingerprints from now on. */
  attach: ({ fingerprint: number } & LeadingHash)[]
  /** Fingerprints that join an issue. */
  join: { fingerprint: number; issue: number; reason: string }[]
}

/** What rules do to fingerprints whose events stay together. */
export const moveFingerprints = defineUnit(
  'regroup-by-rules.move-fingerprints',
  async (tx, input: MoveFingerprintsInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, input.projectId)
    for (const attached of input.attach) await attach(tx, input, attached)
    for (const joined of input.join) await join(tx, input, joined)
  },
)

async function attach(
  tx: Tx,
  input: MoveFingerprintsInput,
  { fingerprint, ...hash }: MoveFingerprintsInput['attach'][number],
): Promise<void> {
  const { projectId, now } = input
  const { leader, isNew } = await leadHash(tx, projectId, fingerprint, { ...hash, now })
  const hashes = isNew ? [{ version: hash.version, hash: hash.hash }] : []
  // An event that came in meanwhile made a fingerprint of its own: it joins the issue that people know.
  const moves =
    leader === fingerprint
      ? { fingerprints: [], issues: [] }
      : await joinLate(tx, projectId, leader, fingerprint)
  await note(tx, input, { ...moves, hashes })
}

async function joinLate(tx: Tx, projectId: number, late: number, fingerprint: number): Promise<Moves> {
  const rows = await readFingerprints(tx, projectId, [late, fingerprint])
  const known = rows.get(fingerprint)
  if (known === undefined || rows.get(late)?.binding !== 'own') return { fingerprints: [], issues: [] }
  return rebind(tx, projectId, [{ number: late, to: known.issue_number, binding: 'regrouped' }])
}

async function join(
  tx: Tx,
  input: MoveFingerprintsInput,
  { fingerprint, issue, reason }: MoveFingerprintsInput['join'][number],
): Promise<void> {
  const { projectId, regrouping, actor, now } = input
  const to = await followIssue(tx, projectId, issue)
  const was = (await readFingerprints(tx, projectId, [fingerprint])).get(fingerprint)
  if (was === undefined || was.binding === 'pinned' || was.issue_number === to) return
  const moves = await rebind(tx, projectId, [{ number: fingerprint, to, binding: 'regrouped' }])
  await note(tx, input, { ...moves, hashes: [] })
  for (const { number } of moves.issues) {
    await addActivity(tx, {
      project_id: projectId,
      issue_number: number,
      kind: 'regrouped',
      at: now,
      actor,
      detail: reason,
      regrouping_number: regrouping,
    })
  }
}

async function note(
  tx: Tx,
  { projectId, regrouping }: MoveFingerprintsInput,
  moves: Moves & Pick<RulesMoves, 'hashes'>,
): Promise<void> {
  if (moves.fingerprints.length + moves.hashes.length > 0)
    await addRulesMoves(tx, projectId, regrouping, moves)
}
