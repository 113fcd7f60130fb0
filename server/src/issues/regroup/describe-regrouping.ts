import type { Regrouping } from '../../contract/index.ts'
import { AppError } from '../../domain/app-error.ts'
import { listRegroupings, readRegrouping, type RegroupingRow } from '../../store/regroup/read-regroupings.ts'
import type { Reader } from '../../store/store.ts'
import { referToIssues, type ReferredIssue } from './refer-to-issues.ts'

const mostIssues = 100

export async function describeRegrouping(
  reader: Reader,
  projectId: number,
  number: number,
): Promise<Regrouping> {
  const row = await readRegrouping(reader, projectId, number)
  if (row === undefined) throw new AppError('not_found', `There is no regrouping ${number} in this project.`)
  return regroupingOf(row, await referToIssues(reader, projectId, numbersIn(row)))
}

/** Newest first. */
export async function answerRegroupings(
  reader: Reader,
  projectId: number,
  limit: number,
): Promise<{ items: Regrouping[] }> {
  const rows = await listRegroupings(reader, projectId, limit)
  const referred = await referToIssues(reader, projectId, rows.flatMap(numbersIn))
  return { items: rows.map((row) => regroupingOf(row, referred)) }
}

function numbersIn({ moves }: RegroupingRow): number[] {
  return moves.issues.slice(0, mostIssues).map((issue) => issue.number)
}

/** Those that are in sight come first: a person is taken there. */
function regroupingOf(row: RegroupingRow, referred: Map<number, ReferredIssue>): Regrouping {
  const { number, kind, state, at, actor } = row
  const issues = numbersIn(row).flatMap((issue) => referred.get(issue) ?? [])
  const inOrder = [...issues.filter((issue) => !issue.isMerged), ...issues.filter((issue) => issue.isMerged)]
  return {
    number,
    kind,
    state,
    at: new Date(at).toISOString(),
    actor,
    issues: inOrder.map(({ reference }) => reference),
  }
}
