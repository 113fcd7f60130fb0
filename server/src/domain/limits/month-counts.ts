import { createRecentMap } from './recent-map.ts'

export interface MonthCount {
  month: string
  count: number
}

/**
 * How much each project sent in a month. The month before is kept beside it, so that a clock that jumps over the
 * turn of a month and back neither forgets a count nor carries it over.
 */
export interface MonthCounts {
  of(projectId: number, month: string): MonthCount
}

interface Counted {
  latest: MonthCount
  other?: MonthCount
}

export function createMonthCounts(mostProjects: number): MonthCounts {
  const projects = createRecentMap<number, Counted>(mostProjects)

  return {
    of(projectId, month) {
      const counted = projects.get(projectId)
      if (counted?.latest.month === month) return counted.latest
      const latest = counted?.other?.month === month ? counted.other : { month, count: 0 }
      projects.set(projectId, { latest, ...(counted && { other: counted.latest }) })
      return latest
    },
  }
}
