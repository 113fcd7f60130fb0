import type { MergeSuggestion } from '../../contract/index.ts'
import { AppError } from '../../domain/app-error.ts'
import { formatIssueId } from '../../domain/issue/issue-id.ts'
import { closeSuggestions, listOpenSuggestions, type OpenSuggestion } from '../../store/merge-suggestions.ts'
import { defineUnit, type Reader, type Tx } from '../../store/store.ts'
import { findNamedIssue } from '../find-named-issue.ts'
import { findIssueOfProject } from './find-issue-of-project.ts'
import { mergeIssues } from './merge-issues.ts'
import { referToIssues } from './refer-to-issues.ts'

const mostRead = 500
const mostShown = 20

/** Issues that may be the same bug as this one, each once. */
export async function answerSuggestions(reader: Reader, name: string): Promise<{ items: MergeSuggestion[] }> {
  const { key } = await findNamedIssue(reader, name)
  const byIssue = new Map<number, OpenSuggestion>()
  for (const pair of await listOpenSuggestions(reader, key, mostRead))
    if (!byIssue.has(pair.other_issue)) byIssue.set(pair.other_issue, pair)
  const shown = [...byIssue.values()].slice(0, mostShown)
  const referred = await referToIssues(
    reader,
    key.projectId,
    shown.map((pair) => pair.other_issue),
  )
  const items = shown.flatMap((pair) => {
    const issue = referred.get(pair.other_issue)
    return issue ? [{ id: idOf(pair), issue: issue.reference, reason: pair.reason }] : []
  })
  return { items }
}

export interface AnswerInput {
  projectId: number
  /** Id or short id of the issue that was asked about. */
  of: string
  suggestionId: string
  answer: 'accept' | 'dismiss'
  actor: string
  now: number
}

/** Merges the two issues, or never asks again about what they have in common now. Answers the merge's number. */
export const answerSuggestion = defineUnit(
  'issues.answer-suggestion',
  async (
    tx,
    { projectId, of, suggestionId, answer, actor, now }: AnswerInput,
    dialect,
  ): Promise<number | null> => {
    await dialect.lockProject(tx, projectId)
    const issue = await findIssueOfProject(tx, projectId, of)
    const pairs = await findPairs(tx, { projectId, number: issue.number }, suggestionId)
    const state = answer === 'accept' ? 'accepted' : 'dismissed'
    await closeSuggestions(tx, projectId, pairs, state)
    if (answer === 'dismiss') return null
    const ids = [...new Set(pairs.map((pair) => pair.other_issue))].map((number) =>
      formatIssueId({ projectId, number }),
    )
    return mergeIssues.run(tx, { projectId, into: of, ids, actor, now }, dialect)
  },
)

/** All open pairs with the issue that the suggestion is about. */
async function findPairs(
  tx: Tx,
  key: { projectId: number; number: number },
  suggestionId: string,
): Promise<OpenSuggestion[]> {
  const open = await listOpenSuggestions(tx, key, mostRead)
  const asked = open.find((pair) => idOf(pair) === suggestionId)
  if (asked === undefined) {
    throw new AppError('not_found', 'This suggestion is answered already, or no longer one.')
  }
  return open.filter((pair) => pair.other_issue === asked.other_issue)
}

function idOf({ fingerprint_number, other_number }: OpenSuggestion): string {
  return `${fingerprint_number}-${other_number}`
}
