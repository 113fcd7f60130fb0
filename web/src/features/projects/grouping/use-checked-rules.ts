import { useDebouncedValue } from '@mantine/hooks'
import type { GroupingRulesErrors } from '../../../lib/api.ts'
import { useRulesCheck } from '../../../lib/grouping-run-queries.ts'
import { stillThere } from './still-there.ts'

export type RuleError = GroupingRulesErrors['errors'][number]

const pauseMs = 300

/** What the server finds wrong in a text, a moment after somebody stopped writing. */
export function useCheckedRules(slug: string, text: string) {
  const [asked] = useDebouncedValue(text, pauseMs)
  const { data, error, refetch, isFetching } = useRulesCheck(slug, asked)
  return {
    errors: data === undefined ? [] : stillThere(data.errors, data.rules, text),
    /** The answer is about the text as it is. */
    isCurrent: data?.rules === text && !isFetching && error === null,
    failure: error,
    retry: () => void refetch(),
  }
}
