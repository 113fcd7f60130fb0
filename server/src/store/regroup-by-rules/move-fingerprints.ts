import { readFingerprints } from '../recorder/find-fingerprints.ts'
import type { Placement } from '../regroup/place-fingerprints.ts'
import { defineUnit, type Tx } from '../store.ts'
import { leadHash, type LeadingHash } from './lead-hash.ts'
import { followIssue, rebind } from './rebind.ts'
import { addRulesMoves, type RulesMoves } from './rules-moves.ts'
import { tellIssues } from './tell-issues.ts'

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
    const { projectId, regrouping } = input
    await dialect.lockProject(tx, projectId)
    const { hashes, late } = await attachAll(tx, input)
    const joining = await findJoining(tx, input)
    const moves = await rebind(tx, projectId, [...late, ...joining])
    if (hashes.length + moves.fingerprints.length === 0) return
    await addRulesMoves(tx, projectId, regrouping, { ...moves, hashes })
    const reasons = new Map(input.join.map(({ fingerprint, reason }) => [fingerprint, reason]))
    for (const { number: issue } of moves.issues) {
      const move = moves.fingerprints.find(({ from, to }) => from === issue || to === issue)
      const reason = reasons.get(move?.number ?? 0) ?? 'It came in while rules were being applied.'
      await tellIssues(tx, { ...input, reason }, [issue])
    }
  },
)

/** Events that came in meanwhile may have made fingerprints of hashes: these join the issues that people know. */
async function attachAll(
  tx: Tx,
  { projectId, now, attach }: MoveFingerprintsInput,
): Promise<{ hashes: RulesMoves['hashes']; late: Placement[] }> {
  const hashes: RulesMoves['hashes'] = []
  const late: Placement[] = []
  for (const { fingerprint, ...hash } of attach) {
    const { leader, isNew } = await leadHash(tx, projectId, fingerprint, { ...hash, now })
    if (isNew) hashes.push({ version: hash.version, hash: hash.hash })
    if (leader === fingerprint) continue
    const rows = await readFingerprints(tx, projectId, [leader, fingerprint])
    const known = rows.get(fingerprint)
    if (known !== undefined && rows.get(leader)?.binding === 'own')
      late.push({ number: leader, to: known.issue_number, binding: 'regrouped' })
  }
  return { hashes, late }
}

async function findJoining(tx: Tx, { projectId, join }: MoveFingerprintsInput): Promise<Placement[]> {
  const rows = await readFingerprints(
    tx,
    projectId,
    join.map(({ fingerprint }) => fingerprint),
  )
  const joining: Placement[] = []
  const homes = new Map<number, number>()
  for (const { fingerprint, issue } of join) {
    const to = homes.get(issue) ?? (await followIssue(tx, projectId, issue))
    homes.set(issue, to)
    const row = rows.get(fingerprint)
    if (row !== undefined && row.binding !== 'pinned' && row.issue_number !== to)
      joining.push({ number: fingerprint, to, binding: 'regrouped' })
  }
  return joining
}
