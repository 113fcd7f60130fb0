import { useState } from 'react'
import { formatExact } from '../../../../lib/formats.ts'
import { NotedText } from './noted-text.tsx'
import classes from './notes.module.css'
import type { Json } from './read-notes.ts'

const longest = 1_000
const shownOfLonger = 600

/** A text with its notes; of a long one only the beginning, until somebody asks for the rest. */
export function FoldedText({ text, meta }: { text: string; meta: Json | undefined }) {
  const [isWhole, setIsWhole] = useState(false)
  if (text.length <= longest) return <NotedText text={text} meta={meta} />
  return (
    <>
      <NotedText text={isWhole ? text : beginningOf(text)} meta={meta} />
      {!isWhole && '… '}
      <button type="button" className={classes.fold} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? 'Show less' : `Show all ${formatExact(text.length)} characters`}
      </button>
    </>
  )
}

/** Never ends in half a character. */
function beginningOf(text: string): string {
  return text.slice(0, shownOfLonger).replace(/[\uD800-\uDBFF]$/, '')
}
