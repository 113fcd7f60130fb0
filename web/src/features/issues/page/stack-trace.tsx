import { useState } from 'react'
import { foldFrames, frameToOpen, type Call, type Frame } from './fold-frames.ts'
import { FrameView } from './frame-view.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, type Json } from './notes/read-notes.ts'
import classes from './stack-trace.module.css'

interface StackTraceProps {
  frames: Frame[]
  /** What is noted about the stack. */
  meta: Json | undefined
  isAll: boolean
  isNewestFirst: boolean
}

export function StackTrace({ frames, meta, isAll, isNewestFirst }: StackTraceProps) {
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
        {foldFrames(frames, isAll, isNewestFirst).map((row) =>
          row.kind === 'frame' ? (
            <FrameView
              key={row.index}
              call={row}
              meta={metaAt(metaOfFrames, row.index)}
              isOpen={row.index === open}
            />
          ) : (
            <FoldedRun key={row.calls[0]?.index} calls={row.calls} meta={metaOfFrames} />
          ),
        )}
      </ol>
    </>
  )
}

function FoldedRun({ calls, meta }: { calls: Call[]; meta: Json | undefined }) {
  const [isShown, setIsShown] = useState(false)
  if (isShown) {
    return calls.map((call) => (
      <FrameView key={call.index} call={call} meta={metaAt(meta, call.index)} isOpen={false} />
    ))
  }
  return (
    <li>
      <button type="button" className={classes.run} onClick={() => setIsShown(true)}>
        {calls.length === 1 ? '1 library frame' : `${calls.length} library frames`}
        <code>{packagesOf(calls)}</code>
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
