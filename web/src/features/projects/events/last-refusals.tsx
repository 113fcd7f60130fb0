import { useState } from 'react'
import { useRefusals } from '../../../lib/project-queries.ts'
import type { RefusalList } from '../../../lib/api.ts'
import { Failure } from '../../../ui/failure.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import type { OutcomeKind } from './events-state.ts'
import { foldRefusals, type FoldedRefusal } from './fold-refusals.ts'
import classes from './last-refusals.module.css'
import { OutcomeName } from './outcome-name.tsx'
import { sayCategory, sayReason } from './outcome-words.ts'

type Refusal = RefusalList['items'][number]

/** The last examples of what was not kept, each with the sentence that the sender got. */
export function LastRefusals({ slug, outcome }: { slug: string; outcome: OutcomeKind | undefined }) {
  const { data, error, refetch } = useRefusals(slug)
  const shown = (data?.items ?? []).filter((item) => outcome === undefined || item.outcome === outcome)
  return (
    <section>
      <h2 className={classes.heading}>Last refusals</h2>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the last refusals" heights={[84, 84, 84]} />}
      {data !== undefined && shown.length === 0 && (
        <p className={classes.none}>
          {outcome === undefined || data.items.length === 0
            ? 'Nothing was refused.'
            : 'No example of this outcome is kept.'}
        </p>
      )}
      {shown.length > 0 && (
        <ul className={classes.refusals}>
          {foldRefusals(shown).map((folded) => (
            <FoldedItem key={folded.newest.id} folded={folded} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FoldedItem({ folded: { newest, all } }: { folded: FoldedRefusal }) {
  const [isWhole, setIsWhole] = useState(false)
  if (all.length === 1) return <RefusalItem refusal={newest} />
  return (
    <>
      {(isWhole ? all : [newest]).map((refusal) => (
        <RefusalItem key={refusal.id} refusal={refusal} {...(!isWhole && { times: all.length })} />
      ))}
      <li>
        <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Fold these ${all.length}` : `Show all ${all.length}`}
        </button>
      </li>
    </>
  )
}

function RefusalItem({ refusal, times = 1 }: { refusal: Refusal; times?: number }) {
  const { at, category, outcome, reason, detail, key, sdk, headers } = refusal
  const names = Object.entries(headers)
  return (
    <li>
      <p className={classes.what}>
        <OutcomeName outcome={outcome} />
        <span title={reason}>{sayReason(reason)}</span>
        {times > 1 && <strong>{times} times</strong>}
        <Time iso={at} />
      </p>
      <p className={classes.detail}>{detail}</p>
      <p className={classes.facts}>
        <span>{sayCategory(category)}</span>
        <span>{sdk ?? 'SDK not known'}</span>
        {key !== null && (
          <span>
            key <code title={key}>{key.slice(0, 8)}…</code>
          </span>
        )}
      </p>
      {names.length > 0 && (
        <details className={classes.headers}>
          <summary>Headers of the request</summary>
          <dl>
            {names.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  )
}
