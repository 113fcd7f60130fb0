import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DsnKey } from '../../../lib/api.ts'
import { useChangeDsnKey, useCreateDsnKey, useDsnKeys } from '../../../lib/key-queries.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import classes from './dsn-keys.module.css'

/** Under which keys the project takes events. What is done here holds at once, without "Save". */
export function DsnKeys({ slug }: { slug: string }) {
  const { data, error, refetch } = useDsnKeys(slug)
  const create = useCreateDsnKey(slug)
  const active = data?.items.filter(({ status }) => status === 'active').length ?? 0
  return (
    <section className={classes.section} id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">DSN keys</h2>
      <p className={classes.muted}>
        A program reports under one of these. Give each its own and you can shut one out without the others;
        what comes under a disabled key is refused with 403. Changes hold within a second.
      </p>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the DSN keys" heights={[64]} />}
      {data !== undefined && active === 0 && (
        <p className={classes.warning} role="alert">
          No key is active: everything that is sent to this project is refused.
        </p>
      )}
      {data !== undefined && (
        <ul className={classes.keys} aria-label="DSN keys">
          {data.items.map((item) => (
            <KeyItem key={item.key} slug={slug} item={item} isLast={active === 1} />
          ))}
        </ul>
      )}
      <div>
        <Button size="xs" variant="default" loading={create.isPending} onClick={() => create.mutate()}>
          Create a key
        </Button>
        {create.error !== null && <Refused error={create.error} />}
      </div>
    </section>
  )
}

function KeyItem({ slug, item, isLast }: { slug: string; item: DsnKey; isLast: boolean }) {
  const { key, dsn, status, createdAt } = item
  const change = useChangeDsnKey(slug)
  const [isAsking, setIsAsking] = useState(false)
  const isActive = status === 'active'
  return (
    <li data-status={status}>
      <p className={classes.dsn}>
        <code>{dsn}</code> <CopyButton text={dsn} label="Copy DSN" />
      </p>
      <p className={classes.facts}>
        <Badge tone={isActive ? 'ok' : 'muted'}>{isActive ? 'Active' : 'Disabled'}</Badge>
        <span>
          created <Time iso={createdAt} />
        </span>
        {isActive && !isAsking && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Disable ${key.slice(0, 8)}`}
            onClick={() => setIsAsking(true)}
          >
            Disable
          </Button>
        )}
        {!isActive && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Enable ${key.slice(0, 8)}`}
            loading={change.isPending}
            onClick={() => change.mutate({ key, status: 'active' })}
          >
            Enable
          </Button>
        )}
      </p>
      {isActive && isAsking && (
        <Question
          isLast={isLast}
          isPending={change.isPending}
          onYes={() => change.mutate({ key, status: 'disabled' }, { onSuccess: () => setIsAsking(false) })}
          onNo={() => setIsAsking(false)}
        />
      )}
      {change.error !== null && <Refused error={change.error} />}
    </li>
  )
}

interface QuestionProps {
  isLast: boolean
  isPending: boolean
  onYes: () => void
  onNo: () => void
}

function Question({ isLast, isPending, onYes, onNo }: QuestionProps) {
  return (
    <div className={classes.warning} role="alert">
      <p>
        {isLast
          ? 'This is the last active key: without it the project takes no events at all, from any program.'
          : 'Every program that reports under this key is refused from then on.'}
      </p>
      <p className={classes.answers}>
        <Button size="xs" color="red" loading={isPending} onClick={onYes}>
          {isLast ? 'Disable the last key' : 'Disable the key'}
        </Button>
        <Button size="xs" variant="default" onClick={onNo}>
          Keep it
        </Button>
      </p>
    </div>
  )
}

function Refused({ error }: { error: Error }) {
  return (
    <p className={classes.wrong} role="alert">
      {error.message}
    </p>
  )
}
