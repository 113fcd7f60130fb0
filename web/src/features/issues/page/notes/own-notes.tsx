import { sayCut } from './note-words.ts'
import { DamageNote } from './noted-text.tsx'
import classes from './notes.module.css'
import { notesOf, type Json } from './read-notes.ts'
import { RemovedMark } from './removed-mark.tsx'

interface OwnNotesProps {
  meta: Json | undefined
  /** How much of it is left. */
  kept?: number
  /** What it is made of. */
  noun?: string
}

/** What is noted about a value that is no text, or that is not there any more. */
export function OwnNotes({ meta, kept, noun }: OwnNotesProps) {
  const notes = notesOf(meta)
  if (notes === undefined) return null
  const { removals, cut, damage } = notes
  return (
    <>
      {removals.length > 0 && <RemovedMark text="[removed]" rules={removals.map(({ rule }) => rule)} />}
      {cut !== undefined && <span className={classes.cut}> {sayCut(cut, { kept, noun })} </span>}
      <DamageNote damage={damage} />
    </>
  )
}

/** The same as a line at the top of a section. */
export function PartNotes(props: OwnNotesProps) {
  if (notesOf(props.meta) === undefined) return null
  return (
    <p className={classes.part}>
      <OwnNotes {...props} />
    </p>
  )
}
