import type { GroupingRun } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'

export const kindNames: Record<GroupingRun['kind'], string> = { preview: 'Trial', apply: 'Regrouping' }

export const stateNames: Record<GroupingRun['state'], string> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  undone: 'Undone',
}

/** What a run does to issues: would do, if it only tries. */
export function sayResult({ kind, mergeCount, splitCount }: GroupingRun): string {
  const isTrial = kind === 'preview'
  const changes = [
    mergeCount > 0 &&
      `${formatQuantity(mergeCount, 'group of issues', 'groups of issues')} ${isTrial ? 'would merge' : 'merged'}`,
    splitCount > 0 && `${formatQuantity(splitCount, 'issue')} ${isTrial ? 'would split' : 'split'}`,
  ].filter((text) => text !== false)
  if (changes.length > 0) return `${changes.join(' and ')}.`
  return isTrial ? 'no issue would change.' : 'no issue changed.'
}
