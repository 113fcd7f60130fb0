import { EventText } from '../../../../ui/event-text.tsx'
import { sayCut, sayDamage } from './note-words.ts'
import classes from './notes.module.css'
import { notesOf, type Json } from './read-notes.ts'
import { RemovedMark } from './removed-mark.tsx'
import { splitText, type Piece } from './split-text.ts'

interface NotedTextProps {
  text: string
  /** What is noted about this very text. */
  meta: Json | undefined
  /** How a piece of the text is written, such as inside of quotes. */
  write?: (text: string) => string
}

/** A text out of an event, with marks where something was taken out or cut. */
export function NotedText({ text, meta, write = (piece) => piece }: NotedTextProps) {
  const notes = notesOf(meta)
  if (notes === undefined) return <EventText text={write(text)} />
  return (
    <>
      {splitText(text, notes).map((piece, index) => (
        // A piece of a text has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <PieceView key={index} piece={piece} write={write} />
      ))}
      <DamageNote damage={notes.damage} />
    </>
  )
}

function PieceView({ piece, write }: { piece: Piece; write: (text: string) => string }) {
  switch (piece.kind) {
    case 'removed':
      return <RemovedMark text={piece.text} rules={piece.rules} />
    case 'cut':
      return <span className={classes.cut}> … {sayCut(piece, { noun: 'characters' })} … </span>
    case 'text':
      return write(piece.text)
    default:
      return piece satisfies never
  }
}

export function DamageNote({ damage }: { damage: Parameters<typeof sayDamage>[0] | undefined }) {
  if (damage === undefined) return null
  return (
    <>
      {' '}
      <span className={classes.damage}>{sayDamage(damage)}</span>
    </>
  )
}
