import type { IssueComparison } from '../../contract/index.ts'
import { AppError } from '../../domain/app-error.ts'
import {
  compareFingerprints,
  suggestRule,
  type Compared,
  type Comparison,
} from '../../domain/grouping/index.ts'
import { readNewestHashes, type NewestHash } from '../../store/fingerprint-hashes.ts'
import type { Reader } from '../../store/store.ts'
import { findNamedIssue } from '../find-named-issue.ts'
import { findIssueOfProject } from './find-issue-of-project.ts'
import { referToIssues } from './refer-to-issues.ts'

/** Of each issue: more would be compared for long, and be worth little. */
const mostFingerprints = 10

/** Why two issues are not one, by the two of their fingerprints that are closest. */
export async function compareIssues(
  reader: Reader,
  name: string,
  otherName: string,
): Promise<IssueComparison> {
  const { key } = await findNamedIssue(reader, name)
  const other = await findIssueOfProject(reader, key.projectId, otherName)
  if (other.number === key.number) throw new AppError('invalid', 'These are one and the same issue.')
  const otherKey = { projectId: key.projectId, number: other.number }
  const [left, right] = await Promise.all(
    [key, otherKey].map(async (of) => (await readNewestHashes(reader, of, mostFingerprints)).map(comparedOf)),
  )
  const referred = await referToIssues(reader, key.projectId, [key.number, other.number])
  const [issue, otherIssue] = [referred.get(key.number), referred.get(other.number)]
  if (issue === undefined || otherIssue === undefined) throw new AppError('not_found', 'An issue is gone.')
  const closest = findClosest(left ?? [], right ?? [])
  return {
    issue: issue.reference,
    other: otherIssue.reference,
    summary:
      closest?.comparison.summary ?? 'Nothing leads to one of them any more, so there is nothing to compare.',
    rows: closest?.comparison.rows ?? [],
    rule: (closest && suggestRule(closest.left.parts, closest.right.parts)) ?? null,
  }
}

/** We wrote them: they are what a version of the grouping made. */
function comparedOf({ tier, parts }: NewestHash): Compared {
  return { tier: tier as Compared['tier'], parts: JSON.parse(parts) as Compared['parts'] }
}

interface Pair {
  left: Compared
  right: Compared
  comparison: Comparison
}

/** The pair with the fewest differences; of equal ones the larger fingerprints, which come first. */
function findClosest(lefts: Compared[], rights: Compared[]): Pair | undefined {
  const pairs = lefts.flatMap((left) =>
    rights.map((right) => ({ left, right, comparison: compareFingerprints(left, right) })),
  )
  return pairs.toSorted((a, b) => differencesIn(a) - differencesIn(b))[0]
}

function differencesIn({ comparison }: Pair): number {
  return comparison.rows.filter((row) => row.verdict !== 'same').length
}
