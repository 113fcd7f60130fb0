import { useState } from 'react'
import { VisuallyHidden } from '../../../../ui/visually-hidden.tsx'
import { whyRemoved } from './note-words.ts'
import classes from './notes.module.css'

/** Stands where something was taken out; it says why in the text itself, which works without a pointer, too. */
export function RemovedMark({ text, rules }: { text: string; rules: string[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const why = whyRemoved(rules)
  return (
    <>
      <button
        type="button"
        className={classes.mark}
        title={why}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text}
        <VisuallyHidden>: why?</VisuallyHidden>
      </button>
      {isOpen && <span className={classes.why}>{why}</span>}
    </>
  )
}
