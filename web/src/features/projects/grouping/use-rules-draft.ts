import { useState } from 'react'

/** Rules as they are being written. */
export interface RulesDraft {
  text: string
  /** It is not what is saved. */
  isChanged: boolean
  write: (text: string) => void
  discard: () => void
}

/** As long as nobody writes, it is what is saved; `add` is a line that somebody was led here to add. */
export function useRulesDraft(saved: string, add: string | undefined): RulesDraft {
  const [written, setWritten] = useState(() => (add === undefined ? undefined : withLine(saved, add)))
  // What was written and then saved follows what is saved again.
  if (written === saved) setWritten(undefined)
  return {
    text: written ?? saved,
    isChanged: written !== undefined && written !== saved,
    write: setWritten,
    discard: () => setWritten(undefined),
  }
}

function withLine(rules: string, line: string): string {
  if (rules.split(/\r?\n/).some((one) => one.trim() === line.trim())) return rules
  const end = rules === '' || rules.endsWith('\n') ? '' : '\n'
  return `${rules}${end}${line}\n`
}
