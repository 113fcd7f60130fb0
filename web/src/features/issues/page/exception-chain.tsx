import { SegmentedControl } from '@mantine/core'
import type { Event } from '../../../lib/api.ts'
import classes from './stack-trace.module.css'
import { RawStack } from './raw-stack.tsx'
import { FoldedText } from './notes/folded-text.tsx'
import { OwnNotes, PartNotes } from './notes/own-notes.tsx'
import { metaAt, type Json } from './notes/read-notes.ts'
import { Section } from './section.tsx'
import { StackTrace } from './stack-trace.tsx'
import { useStackState } from './use-stack-state.ts'

type Exception = NonNullable<Event['exception']>['values'][number]
/** An exception with what is noted about it. */
export interface NotedException {
  exception: Exception
  meta: Json | undefined
}

const views = [
  { value: 'app', label: 'App frames' },
  { value: 'all', label: 'All' },
  { value: 'raw', label: 'Raw' },
]

/** The exception that was captured, then what caused it. */
export function ExceptionChain({
  exceptions,
  meta,
}: {
  exceptions: NotedException[]
  meta: Json | undefined
}) {
  const { view, order, setView, setOrder } = useStackState()
  const outermostFirst = exceptions.toReversed()
  return (
    <Section
      title="Stack trace"
      aside={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Frames shown"
            value={view}
            data={views}
            onChange={setView}
          />
          <button
            type="button"
            className={classes.order}
            onClick={() => setOrder(order === 'newest' ? 'oldest' : 'newest')}
          >
            {order === 'newest' ? 'Newest first' : 'Oldest first'}
          </button>
        </>
      }
    >
      <PartNotes meta={meta} kept={exceptions.length} noun="exceptions" />
      {outermostFirst.map((noted, index) => (
        // The chain's order is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.exception}>
          <What noted={noted} isCause={index > 0} />
          {view === 'raw' ? (
            <RawStack exception={noted.exception} />
          ) : (
            <StackTrace
              frames={noted.exception.stacktrace?.frames ?? []}
              stack={exceptions.length - 1 - index}
              meta={metaAt(noted.meta, 'stacktrace')}
              isAll={view === 'all'}
              isNewestFirst={order === 'newest'}
            />
          )}
        </div>
      ))}
    </Section>
  )
}

function What({ noted: { exception, meta }, isCause }: { noted: NotedException; isCause: boolean }) {
  return (
    <div className={classes.what}>
      <h3>
        {isCause && <span className={classes.link}>{linkOf(exception)} </span>}
        {exception.type}
      </h3>
      {exception.value !== undefined && (
        <p className={classes.value}>
          <FoldedText text={exception.value} meta={metaAt(meta, 'value')} />
        </p>
      )}
      <OwnNotes meta={metaAt(meta, 'mechanism')} />
    </div>
  )
}

function linkOf({ mechanism }: Exception): string {
  const source = mechanism?.source
  return source !== undefined && /^(?:errors|exceptions)\[/.test(source)
    ? `one of several: ${source}`
    : 'caused by'
}
