import { Badge } from '../../../ui/badge.tsx'
import type { Call, Frame } from './fold-frames.ts'
import { KeyValueTable } from './key-values.tsx'
import { SourceLines } from './source-lines.tsx'
import classes from './stack-trace.module.css'

/** One call: where, and the source around it where we have it. */
export function FrameView({ call: { frame, times }, isOpen }: { call: Call; isOpen: boolean }) {
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
      <li className={classes.frame} data-library={!frame.in_app}>
        {title}
      </li>
    )
  }
  return (
    <li>
      <details open={isOpen}>
        <summary className={classes.frame} data-library={!frame.in_app}>
          {title}
        </summary>
        {frame.context_line !== undefined && <SourceLines frame={frame} />}
        {frame.vars !== undefined && (
          <div className={classes.locals}>
            <KeyValueTable entries={Object.entries(frame.vars)} />
          </div>
        )}
      </details>
    </li>
  )
}

function placeOf({ filename, module, lineno, colno }: Frame): string {
  return [filename ?? module ?? '?', lineno, colno].filter((part) => part !== undefined).join(':')
}
