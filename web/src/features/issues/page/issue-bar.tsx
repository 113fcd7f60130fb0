import { Button, Kbd } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssueCommand, IssueDetail } from '../../../lib/api.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { useCopy } from '../../../ui/use-copy.ts'
import { useKey, useSign } from '../../../ui/use-key.ts'
import { MergeDialog } from '../merge/merge-dialog.tsx'
import { useTriage } from '../use-triage.ts'
import classes from './issue-page.module.css'

/** Where we are, and what can be done with the issue. */
export function IssueBar({ issue }: { issue: IssueDetail }) {
  const triage = useTriage()
  const act = (kind: IssueCommand['kind']): void => triage([issue], kind)
  useKey('r', () => act(issue.status === 'resolved' ? 'reopen' : 'resolve'))
  useKey('e', () => act(issue.status === 'archived' ? 'reopen' : 'archive'))
  const [isMerging, setIsMerging] = useState(false)
  useKey('m', () => setIsMerging(true))
  const copy = useCopy()
  useSign('.', () => copy(issue.shortId, issue.shortId))
  useSign(',', () => copy(location.href, 'the link'))
  return (
    <div className={classes.bar}>
      <nav className={classes.trail} aria-label="Breadcrumb">
        <Link to="/issues">Issues</Link> / <strong>{issue.shortId}</strong>
        <CopyButton text={issue.shortId} label="Copy id" />
      </nav>
      <div className={classes.actions}>
        {issue.status === 'unresolved' ? (
          <>
            <Button size="xs" rightSection={<Kbd aria-hidden>r</Kbd>} onClick={() => act('resolve')}>
              Resolve
            </Button>
            <Button
              size="xs"
              variant="default"
              rightSection={<Kbd aria-hidden>e</Kbd>}
              onClick={() => act('archive')}
            >
              Archive
            </Button>
          </>
        ) : (
          <Button size="xs" variant="default" onClick={() => act('reopen')}>
            Reopen
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          rightSection={<Kbd aria-hidden>m</Kbd>}
          onClick={() => setIsMerging(true)}
        >
          Merge…
        </Button>
      </div>
      {isMerging && <MergeDialog issue={issue} onClose={() => setIsMerging(false)} />}
    </div>
  )
}
