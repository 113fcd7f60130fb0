import type { GroupingRulesErrors } from '../../../lib/api.ts'

type RuleError = GroupingRulesErrors['errors'][number]

/** Errors of lines that are as they were when they were checked. */
export function stillThere(errors: RuleError[], checked: string, text: string): RuleError[] {
  if (checked === text) return errors
  const before = checked.split('\n')
  const now = text.split('\n')
  return errors.filter(({ line }) => before[line - 1] === now[line - 1])
}
