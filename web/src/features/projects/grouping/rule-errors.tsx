import { formatQuantity } from '../../../lib/formats.ts'
import classes from './rules-editor.module.css'
import type { RuleError, useCheckedRules } from './use-checked-rules.ts'

interface RuleErrorsProps {
  id: string
  check: ReturnType<typeof useCheckedRules>
  isEmpty: boolean
  onGoTo: (error: RuleError) => void
}

/** What is wrong, in words, with the way to the place; whether all is well is said, too. */
export function RuleErrors({ id, check: { errors, isCurrent, failure }, isEmpty, onGoTo }: RuleErrorsProps) {
  return (
    <div id={id} className={classes.errors}>
      <p role="status">
        {errors.length > 0 &&
          `${formatQuantity(errors.length, 'error')}: rules can be tried once they are mended.`}
        {errors.length === 0 && !isCurrent && failure === null && 'Checking…'}
        {errors.length === 0 && isCurrent && (isEmpty ? 'No rules yet.' : '✓ All rules can be read.')}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={`${error.line}-${error.from}-${error.message}`}>
              <button type="button" onClick={() => onGoTo(error)}>
                Line {error.line}
              </button>{' '}
              {error.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
