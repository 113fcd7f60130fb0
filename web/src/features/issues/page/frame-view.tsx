import { Badge } from '../../../ui/badge.tsx'
import type { Call } from './fold-frames.ts'
import type { Frame } from './frame.ts'
import { entriesOf, KeyValueTable } from './key-values.tsx'
import { LineNotes } from './notes/line-notes.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, type Json } from './notes/read-notes.ts'
import { SourceLines } from './source-lines.tsx'
import { useReveal } from './target-frame.ts'
import classes from './stack-trace.module.css'

interface FrameViewProps {
  call: Call
  /** What is noted about the frame. */
  meta: Json | undefined
  isOpen: boolean
  /** The URL points at it. */
  isTarget: boolean
}

/** One call: where, and the source around it where we have it. */
export function FrameView({ call: { frame, times }, meta, isOpen, isTarget }: FrameViewProps) {
  const element = useReveal(isTarget)
  const hasMore = frame.context_line !== undefined || frame.vars !== undefined
  const title = (
    <>
      <code className={classes.function}>{frame.function ?? '<anonymous>'}</code>
      <code className={classes.place} title={frame.abs_path}>
        {placeOf(frame)}
      </code>
      {frame.in_app && <Badge tone="accent">In app</Badge>}
      {times > 1 && <span className={classes.times}>×{times}</span>}
    </>
  )
  if (!hasMore) {
    return (
      <li
        ref={element}
        className={classes.frame}
        data-library={!frame.in_app}
        data-target={isTarget}
        tabIndex={isTarget ? -1 : undefined}
      >
        {title}
      </li>
    )
  }
  return (
    <li ref={element} data-target={isTarget}>
      <details open={isOpen || isTarget}>
        <summary className={classes.frame} data-library={!frame.in_app}>
          {title}
        </summary>
        {frame.context_line !== undefined && <SourceLines frame={frame} />}
        <LineNotes frame={frame} meta={meta} />
        {frame.vars !== undefined && (
          <div className={classes.locals}>
            <PartNotes meta={metaAt(meta, 'vars')} kept={Object.keys(frame.vars).length} />
            <KeyValueTable entries={entriesOf(frame.vars, metaAt(meta, 'vars'))} />
          </div>
        )}
      </details>
    </li>
  )
}

function placeOf({ filename, module, lineno, colno }: Frame): string {
  return [filename ?? module ?? '?', lineno, colno].filter((part) => part !== undefined).join(':')
}
