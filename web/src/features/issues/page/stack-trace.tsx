import { useState } from 'react'
import { foldFrames, frameToOpen, type Frame } from './fold-frames.ts'
import { FrameView } from './frame-view.tsx'
import classes from './issue-page.module.css'

interface StackTraceProps {
  frames: Frame[]
  isAll: boolean
  isNewestFirst: boolean
}

export function StackTrace({ frames, isAll, isNewestFirst }: StackTraceProps) {
  if (frames.length === 0) return <p className={classes.muted}>It came without a stack.</p>
  const open = frameToOpen(frames)
  return (
    <ol className={classes.frames}>
      {foldFrames(frames, isAll, isNewestFirst).map((row) =>
        row.kind === 'frame' ? (
          <FrameView key={row.index} frame={row.frame} isOpen={row.index === open} />
        ) : (
          <FoldedRun key={row.rows[0]?.index} rows={row.rows} />
        ),
      )}
    </ol>
  )
}

function FoldedRun({ rows }: { rows: { frame: Frame; index: number }[] }) {
  const [isShown, setIsShown] = useState(false)
  if (isShown) return rows.map(({ frame, index }) => <FrameView key={index} frame={frame} isOpen={false} />)
  return (
    <li>
      <button type="button" className={classes.run} onClick={() => setIsShown(true)}>
        {rows.length === 1 ? '1 library frame' : `${rows.length} library frames`}
      </button>
    </li>
  )
}
