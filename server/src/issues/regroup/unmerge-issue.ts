import { AppError } from '../../domain/app-error.ts'
import { formatIssueId } from '../../domain/issue/issue-id.ts'
import type { FingerprintRow } from '../../store/fingerprint-row.ts'
import type { IssueRow } from '../../store/issue-row.ts'
import { addActivity } from '../../store/regroup/add-activity.ts'
import { createApart, readStaying } from '../../store/regroup/create-apart.ts'
import { findHome } from '../../store/regroup/find-home.ts'
import { readFingerprintsOf } from '../../store/regroup/place-fingerprints.ts'
import { regroup } from '../../store/regroup/regroup.ts'
import { defineUnit, type Tx } from '../../store/store.ts'
import { findIssueOfProject } from './find-issue-of-project.ts'
import { readNaming } from './name-issues.ts'

export interface UnmergeInput {
  projectId: number
  /** Id or short id. */
  from: string
  fingerprints: number[]
  actor: string
  now: number
}

/**
 * Takes fingerprints out of an issue, for good: nothing but a person moves them again. They go back to the issue that
 * they were made with when that was merged into this one, else they become a new one. Answers the regrouping's number.
 */
export const unmergeIssue = defineUnit(
  'issues.unmerge',
  async (tx, { projectId, from, fingerprints, actor, now }: UnmergeInput, dialect): Promise<number> => {
    await dialect.lockProject(tx, projectId)
    const parent = await findIssueOfProject(tx, projectId, from)
    const leaving = await chooseLeaving(tx, parent, fingerprints)
    const home = await homeOf(tx, parent, leaving)
    const staying = home.isNew
      ? []
      : await readStaying(tx, parent, home.number, new Set(leaving.map(({ number }) => number)))
    const regrouping = await regroup(tx, projectId, {
      kind: 'unmerge',
      actor,
      at: now,
      placements: leaving.map(({ number }) => ({ number, to: home.number, binding: 'pinned' })),
      issues: [
        { ...home, mergedInto: null },
        { number: parent.number, mergedInto: null },
        ...staying.map((number) => ({ number, mergedInto: parent.number })),
      ],
    })
    await tell(tx, { parent, home: home.number, leaving, regrouping, actor, now })
    return regrouping
  },
)

async function chooseLeaving(tx: Tx, parent: IssueRow, numbers: number[]): Promise<FingerprintRow[]> {
  const all = await readFingerprintsOf(tx, parent.project_id, [parent.number])
  const named = new Set(numbers)
  const leaving = all.filter(({ number }) => named.delete(number))
  const [unknown] = named
  if (unknown !== undefined) throw refused(`The issue has no fingerprint ${unknown}.`)
  if (leaving.length === all.length)
    throw refused('An issue keeps at least one of its fingerprints: leave out the one that is to stay.')
  return leaving
}

function refused(message: string): AppError {
  return new AppError('invalid', message, { fields: { fingerprints: message } })
}

interface Home {
  number: number
  isNew: boolean
}

async function homeOf(tx: Tx, parent: IssueRow, leaving: FingerprintRow[]): Promise<Home> {
  const number = await findHome(tx, parent, leaving)
  return number === undefined ? createHome(tx, parent, leaving) : { number, isNew: false }
}

async function createHome(tx: Tx, parent: IssueRow, leaving: FingerprintRow[]): Promise<Home> {
  const [largest] = leaving.toSorted((a, b) => b.event_count - a.event_count || a.number - b.number)
  if (largest === undefined)
    throw new AppError(
      'internal',
      `Nothing leaves ${formatIssueId({ projectId: parent.project_id, number: parent.number })}.`,
    )
  return { number: await createApart(tx, parent, largest), isNew: true }
}

interface Told {
  parent: IssueRow
  home: number
  leaving: FingerprintRow[]
  regrouping: number
  actor: string
  now: number
}

async function tell(tx: Tx, { parent, home, leaving, regrouping, actor, now }: Told): Promise<void> {
  const name = await readNaming(tx, parent.project_id)
  const events = leaving.reduce((sum, fingerprint) => sum + fingerprint.event_count, 0)
  const what = `${count(leaving.length, 'fingerprint')} with ${count(events, 'event')}`
  const told = {
    project_id: parent.project_id,
    kind: 'unmerged' as const,
    at: now,
    actor,
    regrouping_number: regrouping,
  }
  await addActivity(tx, { ...told, issue_number: parent.number, detail: `${what} became ${name([home])}.` })
  await addActivity(tx, {
    ...told,
    issue_number: home,
    detail: `${what} came out of ${name([parent.number])}.`,
  })
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
