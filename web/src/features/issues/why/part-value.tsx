import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { fitReplaced } from './fit-replaced.ts'
import classes from './part-value.module.css'
import type { Part } from './part.ts'

interface PartValueProps {
  part: Part
  /** Messages of which it may have been made. */
  texts: string[]
}

/** What counts of a message, with what was replaced in it; else the value as it is in the key. */
export function PartValue({ part, texts }: PartValueProps) {
  const pieces = fitReplaced(part, texts)
  if (pieces === undefined) return <PlainValue part={part} />
  return (
    <code className={classes.value}>
      {pieces.map((piece, index) =>
        piece.kind === 'kept' ? (
          piece.text
        ) : (
          // A piece of a text has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={classes.replaced}>
            <s>{piece.text}</s>
            <VisuallyHidden> replaced: </VisuallyHidden>
            <span className={classes.label}>{piece.label}</span>
          </span>
        ),
      )}
    </code>
  )
}

function PlainValue({ part: { value, replaced = [] } }: Pick<PartValueProps, 'part'>) {
  const labels = [...new Set(replaced.map(({ label }) => label))]
  return (
    <>
      <code className={classes.value}>{value === '' ? <i>empty</i> : value}</code>
      {labels.length > 0 && <span className={classes.labels}> * stands for: {labels.join(', ')}</span>}
    </>
  )
}
