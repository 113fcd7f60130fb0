import { ApiError, type GroupingRun } from '../../../lib/api.ts'
import { useStartGroupingRun } from '../../../lib/grouping-run-queries.ts'

export type Start = ReturnType<typeof useStartRun>

interface StartOptions {
  slug: string
  rules: string
  /** Of the rules that are saved. */
  version: string
  onStarted: (number: number) => void
}

/** Tries or applies rules; what was refused stays until something else is asked for. */
export function useStartRun({ slug, rules, version, onStarted }: StartOptions) {
  const { mutate, reset, isPending, variables, error } = useStartGroupingRun(slug)
  const go = (kind: GroupingRun['kind']): void =>
    mutate({ kind, rules, version }, { onSuccess: ({ number }) => onStarted(number) })
  return {
    go,
    retry: () => variables && go(variables.kind),
    reset,
    pending: isPending ? variables.kind : undefined,
    error,
    /** Somebody else saved meanwhile. */
    isStale: error instanceof ApiError && error.code === 'conflict',
  }
}
