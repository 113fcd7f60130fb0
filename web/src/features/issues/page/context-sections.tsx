import type { Event } from '../../../lib/api.ts'
import { KeyValues } from './key-values.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { lostKeys, metaAt, notesOf, type Json } from './notes/read-notes.ts'
import { Section } from './section.tsx'

interface ContextSectionsProps {
  contexts: Event['contexts']
  meta: Json | undefined
}

/** A section for each context, also for those that were lost. */
export function ContextSections({ contexts = {}, meta }: ContextSectionsProps) {
  return (
    <>
      {notesOf(meta) !== undefined && (
        <Section title="Contexts">
          <PartNotes meta={meta} kept={Object.keys(contexts).length} />
        </Section>
      )}
      {[...Object.keys(contexts), ...lostKeys(contexts, meta)].map((name) => (
        <KeyValues key={name} title={`Context: ${name}`} values={contexts[name]} meta={metaAt(meta, name)} />
      ))}
    </>
  )
}
