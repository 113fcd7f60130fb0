import { SegmentedControl } from '@mantine/core'
import type { Fingerprint } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useChangeFuse } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import classes from './why.module.css'

const choices = [
  { value: 'on', label: 'Join' },
  { value: 'off', label: 'Keep apart' },
]

/** Whether new messages of a code path that has produced too many of them join one group. */
export function FuseSwitch({ issueId, fingerprints }: { issueId: string; fingerprints: Fingerprint[] }) {
  const change = useChangeFuse(issueId)
  const fuses = fingerprints.flatMap(({ fuse }) => fuse ?? [])
  if (fuses.length === 0) return null
  const state = fuses.some((fuse) => fuse.state === 'on') ? 'on' : 'off'
  const shown = change.isPending ? change.variables : state
  const set = (next: string): void => change.mutate(next === 'on' ? 'on' : 'off')
  return (
    <div className={classes.fuse}>
      <p>
        {sayFuse(fuses)}{' '}
        {shown === 'on'
          ? 'Further messages of it join this issue.'
          : 'Further messages of it become issues of their own.'}
      </p>
      <SegmentedControl
        size="xs"
        aria-label="New messages of this code path"
        value={shown}
        data={choices}
        onChange={set}
        disabled={change.isPending}
      />
      <ActionError
        what="Not changed."
        error={change.error}
        onRetry={() => change.variables !== undefined && change.mutate(change.variables)}
      />
    </div>
  )
}

function sayFuse(fuses: NonNullable<Fingerprint['fuse']>[]): string {
  const templates = fuses.reduce((sum, fuse) => sum + fuse.templates, 0)
  const attached = fuses.reduce((sum, fuse) => sum + fuse.attached, 0)
  const joined =
    attached === 0 ? '' : ` ${formatQuantity(attached, 'event')} joined this issue for that reason.`
  return `This code path has produced ${formatQuantity(templates, 'different message')}, so many that the message says little.${joined}`
}
