import { useEffect, useState } from 'react'
import type { Frame } from './frame.ts'
import classes from './source-lines.module.css'
import type { CodeToken } from './highlight.ts'

/** The lines around the call; colours come when the highlighter is loaded. */
export function SourceLines({ frame }: { frame: Frame }) {
  const { pre_context: before = [], context_line: line = '', post_context: after = [], lineno = 1 } = frame
  const lines = [...before, line, ...after]
  const first = lineno - before.length
  const tokens = useHighlighted(lines, frame.filename ?? '')
  return (
    // Long lines scroll, so the keyboard must reach them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.source} tabIndex={0}>
      {lines.map((text, index) => (
        <code key={first + index} data-hit={index === before.length} className={classes.line}>
          <span className={classes.lineNumber}>{first + index}</span>
          {tokens?.[index]?.map(({ kind, text: part }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at} data-kind={kind}>
              {part}
            </span>
          )) ?? text}
          {'\n'}
        </code>
      ))}
    </pre>
  )
}

function useHighlighted(lines: string[], filename: string): CodeToken[][] | undefined {
  const code = lines.join('\n')
  const [highlighted, setHighlighted] = useState<{ code: string; tokens: CodeToken[][] }>()
  useEffect(() => {
    let isWanted = true
    void import('./highlight.ts').then(({ highlightLines }) => {
      if (isWanted) setHighlighted({ code, tokens: highlightLines(code, filename) })
    })
    return () => {
      isWanted = false
    }
  }, [code, filename])
  return highlighted?.code === code ? highlighted.tokens : undefined
}
