import type { GroupingRun } from '../contract/index.ts'
import { formatIssueId, formatShortId } from '../domain/issue/issue-id.ts'
import type { GroupingRunRow } from '../store/grouping-runs.ts'
import { readIssueNames } from '../store/issue-names.ts'
import type { Reader } from '../store/store.ts'
import { nothingFound, type RunResult } from './run-result.ts'

type Reference = GroupingRun['merges'][number]['into']

/** Runs as the API shows them, with the issues that they are about. */
export async function describeRuns(
  reader: Reader,
  projectId: number,
  rows: GroupingRunRow[],
): Promise<GroupingRun[]> {
  const results = rows.map(({ result }) =>
    result === null ? nothingFound : (JSON.parse(result) as RunResult),
  )
  const numbers = results.flatMap(({ merges, splits }) => [
    ...merges.flatMap(({ into, issues }) => [into, ...issues]),
    ...splits.map(({ issue }) => issue),
  ])
  const refer = await referTo(reader, projectId, numbers)
  return rows.map((row, index) => describe(row, results[index] ?? nothingFound, refer))
}

function describe(
  row: GroupingRunRow,
  result: RunResult,
  refer: (number: number) => Reference[],
): GroupingRun {
  return {
    number: row.number,
    kind: row.kind,
    state: row.state,
    rules: row.rules,
    actor: row.actor,
    startedAt: new Date(row.started_at).toISOString(),
    progress: { done: row.done_count, total: row.total_count },
    error: row.error,
    merges: result.merges.flatMap(({ into, issues, reason }) =>
      refer(into).map((reference) => ({ into: reference, issues: issues.flatMap(refer), reason })),
    ),
    splits: result.splits.flatMap(({ issue, parts }) =>
      refer(issue).map((reference) => ({ issue: reference, parts })),
    ),
    mergeCount: result.mergeCount,
    splitCount: result.splitCount,
  }
}

/** None for an issue that is no longer there. */
async function referTo(
  reader: Reader,
  projectId: number,
  numbers: number[],
): Promise<(number: number) => Reference[]> {
  const { prefix, issues } = await readIssueNames(reader, projectId, [...new Set(numbers)])
  return (number) => {
    const issue = issues.get(number)
    if (issue === undefined) return []
    const { title, event_count: count } = issue
    return [
      { id: formatIssueId({ projectId, number }), shortId: formatShortId(prefix, number), title, count },
    ]
  }
}
