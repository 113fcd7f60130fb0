import { Badge } from '../../../ui/badge.tsx'
import type { Frame } from './fold-frames.ts'
import classes from './issue-page.module.css'
import { KeyValueTable } from './key-values.tsx'
import { SourceLines } from './source-lines.tsx'

/** One call: where, and the source around it where we have it. */
export function FrameView({ frame, isOpen }: { frame: Frame; isOpen: boolean }) {
  const hasMore = frame.context_line !== undefined || frame.vars !== undefined
  const title = (
    <>
      <code className={classes.function}>{frame.function ?? '?'}</code>
      <code className={classes.place} title={frame.abs_path}>
        {placeOf(frame)}
      </code>
      {frame.in_app && <Badge tone="info">In app</Badge>}
    </>
  )
  if (!hasMore) return <li className={classes.frame}>{title}</li>
  return (
    <li>
      <details open={isOpen}>
        <summary className={classes.frame}>{title}</summary>
        {frame.context_line !== undefined && <SourceLines frame={frame} />}
        {frame.vars !== undefined && <KeyValueTable entries={Object.entries(frame.vars)} />}
      </details>
    </li>
  )
}

function placeOf({ filename, module, lineno, colno }: Frame): string {
  return [filename ?? module ?? '?', lineno, colno].filter((part) => part !== undefined).join(':')
}
