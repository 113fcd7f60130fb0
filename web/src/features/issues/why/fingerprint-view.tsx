import type { ReactNode } from 'react'
import type { Event, Fingerprint } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { sayBinding, sayTier } from './grouping-words.ts'
import { PartRows } from './part-rows.tsx'
import { textsOf } from './texts-of.ts'
import classes from './why.module.css'
import type { Hash } from './part.ts'

interface FingerprintViewProps {
  fingerprint: Fingerprint
  event: Event | undefined
  isOpen: boolean
  /** To choose it. */
  checkbox?: ReactNode
}

/** Events that belong together, how they came here, and what led each of them here. */
export function FingerprintView({ fingerprint, event, isOpen, checkbox }: FingerprintViewProps) {
  const { title, culprit, binding, count, firstSeen, lastSeen, hashes } = fingerprint
  const [newest, ...older] = hashes
  const texts = textsOf(fingerprint, event)
  return (
    <li className={classes.fingerprint}>
      {checkbox}
      <div className={classes.about}>
        <h3>{title}</h3>
        <p className={classes.facts}>
          {culprit !== '' && <code>{culprit}</code>}
          <span>{formatQuantity(count, 'event')}</span>
          <span>
            <Time iso={firstSeen} /> to <Time iso={lastSeen} />
          </span>
          {binding === 'own' ? (
            <span>{sayBinding(binding)}</span>
          ) : (
            <Badge tone="accent">{sayBinding(binding)}</Badge>
          )}
        </p>
        {newest === undefined && (
          <p className={classes.muted}>Nothing leads here any more: new events like these go elsewhere.</p>
        )}
        {newest !== undefined && <HashView hash={newest} texts={texts} event={event} isOpen={isOpen} />}
        {older.map((hash) => (
          <HashView
            key={`${hash.version}-${hash.hash}`}
            hash={hash}
            texts={texts}
            event={event}
            isOpen={false}
          />
        ))}
      </div>
    </li>
  )
}

interface HashProps {
  hash: Hash
  texts: string[]
  event: Event | undefined
  isOpen: boolean
}

function HashView({ hash, texts, event, isOpen }: HashProps) {
  return (
    <details className={classes.hash} open={isOpen}>
      <summary>
        {sayTier(hash.tier)}{' '}
        <span className={classes.muted} title={`Hash ${hash.hash}`}>
          version {hash.version}
        </span>
      </summary>
      <PartRows parts={hash.parts} texts={texts} event={event} />
    </details>
  )
}
