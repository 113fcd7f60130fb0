import type { IssueReference } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'

/** What merging does, before it is done. */
export function sayMerge(main: IssueReference, others: IssueReference[]): string {
  const all = [main, ...others].reduce((sum, { count }) => sum + count, 0)
  const moved = others.reduce((sum, { count }) => sum + count, 0)
  return `${listIds(others)} ${others.length === 1 ? 'goes' : 'go'} into ${main.shortId} with ${formatQuantity(moved, 'event')}, which makes ${formatQuantity(all, 'event')} in all. Future events follow, and old links lead to ${main.shortId}. You can undo this.`
}

/** "A, B and C"; of many, how many more. */
export function listIds(issues: IssueReference[]): string {
  const ids = issues.map(({ shortId }) => shortId)
  if (ids.length > mostNamed) {
    const rest = ids.length - mostNamed + 1
    return `${ids.slice(0, mostNamed - 1).join(', ')} and ${formatQuantity(rest, 'more issue')}`
  }
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`
}

const mostNamed = 5
