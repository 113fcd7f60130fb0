/** What the page of grouping rules shows, as it stands in the URL. */
export interface GroupingState {
  /** The number of a run whose result is shown. */
  run?: string | undefined
  /** A line that is proposed to be added to the rules. */
  add?: string | undefined
}

export function readGroupingState({ run, add }: Record<string, unknown>): GroupingState {
  return {
    run: typeof run === 'string' && /^[1-9]\d{0,8}$/.test(run) ? run : undefined,
    add: typeof add === 'string' && add.trim() !== '' ? add : undefined,
  }
}
