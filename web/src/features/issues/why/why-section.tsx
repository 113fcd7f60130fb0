import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Event, Fingerprint, IssueDetail } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useFingerprints } from '../../../lib/queries.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Section } from '../page/section.tsx'
import { FingerprintView } from './fingerprint-view.tsx'
import { FuseSwitch } from './fuse-switch.tsx'
import { UnmergeDialog } from './unmerge-dialog.tsx'
import classes from './why.module.css'

interface WhySectionProps {
  issue: IssueDetail
  /** The one on the page. */
  event: Event | undefined
}

/** Why the events of an issue are one, part by part; what does not belong can be taken out. */
export function WhySection({ issue, event }: WhySectionProps) {
  const { data, error, refetch } = useFingerprints(issue.id)
  const several = data !== undefined && data.items.length > 1
  return (
    <Section
      title="Why these events are one issue"
      {...(several && { note: formatQuantity(data.items.length, 'fingerprint') })}
      aside={
        <Link to="/issues/$issueId/compare" params={{ issueId: issue.shortId }}>
          Compare with…
        </Link>
      }
    >
      {error !== null && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && (
        <div className={classes.loading}>
          <Skeleton name="the reasons" heights={[160]} />
        </div>
      )}
      {data?.items.length === 0 && <p className={classes.none}>Nothing is noted about it.</p>}
      {data !== undefined && <FuseSwitch issueId={issue.id} fingerprints={data.items} />}
      {data?.items.length === 1 && (
        <ul className={classes.fingerprints}>
          {data.items.map((fingerprint) => (
            <FingerprintView key={fingerprint.number} fingerprint={fingerprint} event={event} isOpen />
          ))}
        </ul>
      )}
      {several && <Several issue={issue} event={event} fingerprints={data.items} />}
    </Section>
  )
}

/** With more of them, what they have in common is seen better with their parts folded. */
const mostOpen = 3

function Several({ issue, event, fingerprints }: WhySectionProps & { fingerprints: Fingerprint[] }) {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [isAsking, setIsAsking] = useState(false)
  const chosen = fingerprints.filter(({ number }) => selected.has(number))
  const isAll = chosen.length === fingerprints.length
  const toggle = (number: number): void => {
    const next = new Set(selected)
    if (!next.delete(number)) next.add(number)
    setSelected(next)
  }
  return (
    <>
      <div className={classes.bar}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={chosen.length === 0 || isAll}
          onClick={() => setIsAsking(true)}
        >
          Unmerge {chosen.length} selected
        </Button>
        <p className={classes.muted} aria-live="polite">
          {isAll
            ? 'One has to stay: not all can be taken out.'
            : 'Tick those that are another bug. They become an issue of their own.'}
        </p>
      </div>
      <ul className={classes.fingerprints}>
        {fingerprints.map((fingerprint) => (
          <FingerprintView
            key={fingerprint.number}
            fingerprint={fingerprint}
            event={event}
            isOpen={fingerprints.length <= mostOpen}
            checkbox={
              <Tick
                fingerprint={fingerprint}
                isOn={selected.has(fingerprint.number)}
                onToggle={() => toggle(fingerprint.number)}
              />
            }
          />
        ))}
      </ul>
      {isAsking && (
        <UnmergeDialog
          issue={issue}
          chosen={chosen}
          onClose={() => setIsAsking(false)}
          onDone={() => {
            setIsAsking(false)
            setSelected(new Set())
          }}
        />
      )}
    </>
  )
}

interface TickProps {
  fingerprint: Fingerprint
  isOn: boolean
  onToggle: () => void
}

function Tick({ fingerprint: { title, culprit }, isOn, onToggle }: TickProps) {
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        aria-label={`Select ${[title, culprit].filter(Boolean).join(', ')}`}
        checked={isOn}
        onChange={onToggle}
      />
    </label>
  )
}
