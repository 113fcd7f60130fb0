import { Link } from '@tanstack/react-router'
import type { Event } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { findSourceFrame } from './find-source-frame.ts'
import { PartValue } from './part-value.tsx'
import classes from './why.module.css'
import type { Part } from './part.ts'

interface PartRowsProps {
  parts: Part[]
  texts: string[]
  /** The one on the page, whose frames can be gone to. */
  event: Event | undefined
}

/** What a key was made from, and why. */
export function PartRows({ parts, texts, event }: PartRowsProps) {
  return (
    <dl className={classes.parts}>
      {parts.map((part, index) => (
        // A name may come twice; the order of the parts is that of the key.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          <dt>{part.name}</dt>
          <dd>
            <PartValue part={part} texts={texts} />
            <p className={classes.muted}>
              {part.reason} <SourceFrame part={part} event={event} />
            </p>
            <Skipped part={part} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function SourceFrame({ part, event }: { part: Part; event: Event | undefined }) {
  const place = findSourceFrame(part, event)
  if (place === undefined) return null
  return (
    <Link to="." search state hash={`frame-${place.stack}-${place.frame}`} resetScroll={false}>
      Show the frame
    </Link>
  )
}

function Skipped({ part: { skipped = [] } }: { part: Part }) {
  if (skipped.length === 0) return null
  return (
    <details className={classes.skipped}>
      <summary>{formatQuantity(skipped.length, 'frame')} skipped on the way to it</summary>
      <ul>
        {skipped.map(({ frame, why }) => (
          <li key={frame}>
            Frame {frame + 1}: {why}
          </li>
        ))}
      </ul>
    </details>
  )
}
