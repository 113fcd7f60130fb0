import classes from './key-values.module.css'
import { NotedText } from './notes/noted-text.tsx'
import { NotedValue } from './notes/noted-value.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { lostKeys, metaAt, notesOf, type Json } from './notes/read-notes.ts'
import { Section } from './section.tsx'

/** A named value with what is noted about it. Without a value, the notes say what became of it. */
export interface Entry {
  key: string
  keyMeta?: Json | undefined
  value: unknown
  meta: Json | undefined
}

interface KeyValuesProps {
  title: string
  values: object | undefined
  /** What is noted about the values, by their keys. */
  meta?: Json | undefined
  isFolded?: boolean
}

/** Named values as a table. What is missing is left out, and so is an empty table. */
export function KeyValues({ title, values = {}, meta, isFolded = false }: KeyValuesProps) {
  const entries = entriesOf(values, meta)
  if (entries.length === 0 && notesOf(meta) === undefined) return null
  return (
    <Section title={title} isFolded={isFolded}>
      <PartNotes meta={meta} kept={Object.keys(values).length} />
      <KeyValueTable entries={entries} />
    </Section>
  )
}

/** What is noted about a key that is gone keeps its row. */
export function entriesOf(values: object, meta: Json | undefined): Entry[] {
  const lost = lostKeys(values, meta).map((key): [string, unknown] => [key, undefined])
  return [...Object.entries(values), ...lost]
    .map(([key, value]) => ({ key, value, meta: metaAt(meta, key) }))
    .filter((entry) => (entry.value !== undefined && entry.value !== null) || notesOf(entry.meta))
}

export function entriesOfPairs(pairs: [string, unknown][], meta: Json | undefined): Entry[] {
  return pairs.map(([key, value], index) => ({
    key,
    keyMeta: metaAt(meta, index, 0),
    value,
    meta: metaAt(meta, index, 1),
  }))
}

export function KeyValueTable({ entries }: { entries: Entry[] }) {
  return (
    <dl className={classes.keyValues}>
      {entries.map(({ key, keyMeta, value, meta }, index) => (
        // Headers may come twice: the place is part of the identity.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${key}-${index}`}>
          <dt>{keyMeta === undefined ? key : <NotedText text={key} meta={keyMeta} />}</dt>
          <dd>
            <code>
              <NotedValue value={value} meta={meta} />
            </code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
