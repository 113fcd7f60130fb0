import type { Frame } from '../frame.ts'
import { NotedText } from './noted-text.tsx'
import classes from './notes.module.css'
import { metaAt, notesOf, type Json } from './read-notes.ts'

interface Line {
  number: number
  text: string
  meta: Json | undefined
}

/** The lines of source that have notes, once more below it: inside they are coloured as code. */
export function LineNotes({ frame, meta }: { frame: Frame; meta: Json | undefined }) {
  const noted = linesOf(frame, meta).filter((line) => notesOf(line.meta) !== undefined)
  if (noted.length === 0) return null
  return (
    <ul className={classes.lines}>
      {noted.map((line) => (
        <li key={line.number}>
          Line {line.number}:{' '}
          <code>
            <NotedText text={line.text} meta={line.meta} />
          </code>
        </li>
      ))}
    </ul>
  )
}

function linesOf(frame: Frame, meta: Json | undefined): Line[] {
  const { pre_context: before = [], context_line: hit = '', post_context: after = [] } = frame
  const number = frame.lineno ?? before.length + 1
  const metaOf = (part: string, index: number): Json | undefined => metaAt(meta, part, index)
  return [
    ...before.map((text, index) => ({
      number: number - before.length + index,
      text,
      meta: metaOf('pre_context', index),
    })),
    { number, text: hit, meta: metaAt(meta, 'context_line') },
    ...after.map((text, index) => ({
      number: number + 1 + index,
      text,
      meta: metaOf('post_context', index),
    })),
  ]
}
