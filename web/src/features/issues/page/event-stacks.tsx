import type { Event } from '../../../lib/api.ts'
import { ExceptionChain, type NotedException } from './exception-chain.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, notesOf } from './notes/read-notes.ts'
import { Section } from './section.tsx'

/** The exceptions; without any, the stacks of the threads. */
export function EventStacks({ event }: { event: Event }) {
  const meta = metaAt(event._meta, event.exception === undefined ? 'threads' : 'exception')
  const metaOfValues = metaAt(meta, 'values')
  const noted = (event.exception?.values ?? []).map((exception, index) => ({
    exception,
    meta: metaAt(metaOfValues, index),
  }))
  const stacks = noted.length > 0 ? noted : stacksOfThreads(event)
  if (stacks.length > 0) return <ExceptionChain exceptions={stacks} meta={metaOfValues} />
  const lost = metaAt(event._meta, 'exception') ?? meta
  if (notesOf(lost) === undefined) return null
  return (
    <Section title="Stack trace">
      <PartNotes meta={lost} />
    </Section>
  )
}

function stacksOfThreads({ threads, _meta: meta }: Event): NotedException[] {
  return (threads?.values ?? []).flatMap(({ name, stacktrace }, index) =>
    stacktrace === undefined
      ? []
      : [
          {
            exception: { type: name ?? 'Thread', stacktrace },
            meta: metaAt(meta, 'threads', 'values', index),
          },
        ],
  )
}
