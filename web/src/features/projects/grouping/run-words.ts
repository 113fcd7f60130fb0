import type { GroupingRun } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'

export const kindNames: Record<GroupingRun['kind'], string> = { preview: 'Trial', apply: 'Regrouping' }

export const stateNames: Record<GroupingRun['state'], string> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  undone: 'Undone',
}

/** How it stands with a run, in a sentence. */
export function sayState(run: GroupingRun): string {
  const isTrial = run.kind === 'preview'
  switch (run.state) {
    case 'running':
      return isTrial ? 'The rules are tried on the stored events…' : 'The stored events are regrouped…'
    case 'failed':
      return `${isTrial ? 'It failed, and nothing was changed.' : 'It failed before it was done; the rules are saved.'} ${run.error ?? ''}`
    case 'undone':
      return 'It was undone: rules and issues are as they were before it.'
    case 'done':
      return isTrial
        ? `${formatQuantity(run.progress.total, 'stored event')} looked at: ${sayResult(run)}`
        : `The rules are saved; ${sayResult(run)}`
    default:
      return run.state satisfies never
  }
}

/** What a run does to issues: would do, if it only tries. */
export function sayResult({ kind, mergeCount, splitCount }: GroupingRun): string {
  const [merge, split] = kind === 'preview' ? ['would merge', 'would split'] : ['were merged', 'came apart']
  const changes = [
    mergeCount > 0 && `${formatQuantity(mergeCount, 'group of issues', 'groups of issues')} ${merge}`,
    splitCount > 0 && `${formatQuantity(splitCount, 'issue')} ${split}`,
  ].filter((text) => text !== false)
  if (changes.length > 0) return `${changes.join(' and ')}.`
  return kind === 'preview' ? 'no issue would change.' : 'no issue changed.'
}
