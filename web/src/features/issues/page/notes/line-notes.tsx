import type { Frame } from '../fold-frames.ts'
import { OwnNotes } from './own-notes.tsx'
import { metaAt, notesOf, type Json } from './read-notes.ts'
import classes from './notes.module.css'

/** What is noted about lines of source, below them: inside they are coloured as code. */
export function LineNotes({ frame, meta }: { frame: Frame; meta: Json | undefined }) {
  const before = frame.pre_context?.length ?? 0
  const line = frame.lineno ?? before + 1
  const lines = [
    ...places('pre_context', before, line - before),
    { path: ['context_line'], line },
    ...places('post_context', frame.post_context?.length ?? 0, line + 1),
  ].map(({ path, line: number }) => ({ number, meta: metaAt(meta, ...path) }))
  const noted = lines.filter((one) => notesOf(one.meta) !== undefined)
  if (noted.length === 0) return null
  return (
    <ul className={classes.lines}>
      {noted.map((one) => (
        <li key={one.number}>
          Line {one.number}: <OwnNotes meta={one.meta} />
        </li>
      ))}
    </ul>
  )
}

function places(part: string, count: number, first: number): { path: string[]; line: number }[] {
  return Array.from({ length: count }, (_, index) => ({ path: [part, String(index)], line: first + index }))
}
