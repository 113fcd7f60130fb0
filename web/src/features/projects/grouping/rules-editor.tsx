import { useId, useImperativeHandle, useRef, type Ref } from 'react'
import { ActionError } from '../../../ui/action-error.tsx'
import { markLines, type Line } from './mark-lines.ts'
import { RuleErrors } from './rule-errors.tsx'
import classes from './rules-editor.module.css'
import type { RuleError, useCheckedRules } from './use-checked-rules.ts'

export interface EditorHandle {
  goTo: (error: RuleError) => void
}

interface RulesEditorProps {
  ref: Ref<EditorHandle>
  text: string
  onWrite: (text: string) => void
  check: ReturnType<typeof useCheckedRules>
}

/** As in its style sheet. */
const lineHeight = 20

/**
 * A text field with numbered lines. What is wrong is underlined by a copy of the text behind it, which also makes the
 * field as large as its text: nothing is scrolled by two parts that would have to agree.
 */
export function RulesEditor({ ref, text, onWrite, check }: RulesEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const id = useId()
  const { errors } = check
  const lines = markLines(text, errors)
  const goTo = ({ line, from, to }: RuleError): void => {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0)
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(start + from, start + to)
    scroll.current?.scrollTo({ top: (line - 3) * lineHeight })
    scroll.current?.scrollIntoView({ block: 'nearest' })
  }
  useImperativeHandle(ref, () => ({ goTo }))
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        Rules, one a line
      </label>
      <div ref={scroll} className={classes.editor} data-invalid={errors.length > 0}>
        <Gutter lines={lines} />
        <div className={classes.text}>
          <Marks lines={lines} />
          <textarea
            ref={field}
            id={id}
            value={text}
            onChange={(event) => onWrite(event.currentTarget.value)}
            aria-invalid={errors.length > 0}
            aria-describedby={`${id}-errors`}
            placeholder="type:TimeoutError -> fingerprint timeout"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            wrap="off"
          />
        </div>
      </div>
      <RuleErrors id={`${id}-errors`} check={check} isEmpty={text.trim() === ''} onGoTo={goTo} />
      <ActionError what="Not checked." error={check.failure} onRetry={check.retry} />
    </div>
  )
}

function Gutter({ lines }: { lines: Line[] }) {
  return (
    <div className={classes.gutter} aria-hidden>
      {lines.map(({ number, message }) => (
        <div key={number} data-wrong={message !== undefined}>
          {number}
        </div>
      ))}
    </div>
  )
}

function Marks({ lines }: { lines: Line[] }) {
  return (
    <pre className={classes.marks} aria-hidden>
      {lines.map(({ number, pieces, message }) => (
        <div key={number}>
          {pieces.map((piece) => (
            <span key={piece.from} data-wrong={piece.isWrong}>
              {piece.text}
            </span>
          ))}
          {message !== undefined && <em>{message}</em>}
        </div>
      ))}
    </pre>
  )
}
