import { useState, type ReactNode } from 'react'
import { formatExact } from '../../../lib/formats.ts'
import { cutOf } from './cut-frames.ts'
import { foldFrames, frameToOpen, type Call, type Row } from './fold-frames.ts'
import type { Frame } from './frame.ts'
import { FrameView } from './frame-view.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, type Json } from './notes/read-notes.ts'
import classes from './stack-trace.module.css'
import { standsFor, useTargetFrame } from './target-frame.ts'

interface StackTraceProps {
  frames: Frame[]
  /** Its place among the stacks of the event. */
  stack: number
  /** What is noted about the stack. */
  meta: Json | undefined
  isAll: boolean
  isNewestFirst: boolean
}

export function StackTrace({ frames, stack, meta, isAll, isNewestFirst }: StackTraceProps) {
  const target = useTargetFrame(stack)
  const notes = <PartNotes meta={meta} />
  if (frames.length === 0) {
    return (
      <>
        {notes}
        <p className={classes.none}>It came without a stack.</p>
      </>
    )
  }
  const open = frameToOpen(frames)
  const metaOfFrames = metaAt(meta, 'frames')
  return (
    <>
      {notes}
      <PartNotes meta={metaOfFrames} kept={frames.length} noun="frames" />
      <ol className={classes.frames}>
        {foldFrames(frames, { isAll, isNewestFirst, cut: cutOf(frames, metaOfFrames) }).map((row) => (
          <RowView key={keyOf(row)} row={row} meta={metaOfFrames} open={open} target={target} />
        ))}
      </ol>
    </>
  )
}

function keyOf(row: Row): number | string | undefined {
  if (row.kind === 'cut') return 'cut'
  return row.kind === 'frame' ? row.index : row.calls[0]?.index
}

interface RowViewProps {
  row: Row
  meta: Json | undefined
  /** The place of the frame that is shown with its source. */
  open: number
  /** Of the frame that the URL points at. */
  target: number | undefined
}

function RowView({ row, meta, open, target }: RowViewProps) {
  switch (row.kind) {
    case 'frame':
      return (
        <FrameView
          call={row}
          meta={metaAt(meta, row.index)}
          isOpen={row.index === open}
          isTarget={standsFor(row, target)}
        />
      )
    case 'cut':
      return (
        <li className={classes.cut}>
          {row.count === 1 ? '1 frame was cut here' : `${formatExact(row.count)} frames were cut here`}
        </li>
      )
    case 'run':
      return (
        <Folded calls={row.calls} meta={meta} target={target}>
          {row.calls.length === 1 ? '1 library frame' : `${row.calls.length} library frames`}
          <code>{packagesOf(row.calls)}</code>
        </Folded>
      )
    case 'more':
      return (
        <Folded calls={row.calls} meta={meta} target={target}>
          {row.calls.length === 1 ? 'Show 1 more frame' : `Show ${row.calls.length} more frames`}
        </Folded>
      )
    default:
      return row satisfies never
  }
}

interface FoldedProps {
  calls: Call[]
  meta: Json | undefined
  target: number | undefined
  children: ReactNode
}

function Folded({ calls, meta, target, children }: FoldedProps) {
  const [isShown, setIsShown] = useState(false)
  if (isShown || calls.some((call) => standsFor(call, target))) {
    return calls.map((call) => (
      <FrameView
        key={call.index}
        call={call}
        meta={metaAt(meta, call.index)}
        isOpen={false}
        isTarget={standsFor(call, target)}
      />
    ))
  }
  return (
    <li>
      <button type="button" className={classes.run} onClick={() => setIsShown(true)}>
        {children}
      </button>
    </li>
  )
}

/** The packages that the run goes through, each once. */
function packagesOf(calls: Call[]): string {
  const names = calls.map(({ frame }) => {
    const path = frame.abs_path ?? frame.filename ?? ''
    const inModules = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
    return inModules ?? /^node:[a-z_]+/.exec(path)?.[0] ?? frame.module ?? ''
  })
  return [...new Set(names)].filter(Boolean).join(', ')
}
