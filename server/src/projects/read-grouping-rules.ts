import { noRules, parseRules, type GroupingRules } from '../domain/grouping/index.ts'

export type ReadRules = (projectId: number, text: string | null) => GroupingRules

/**
 * The rules of each project, parsed when their text changes and not whenever anything does. Lines with errors, which
 * nobody can save, are left out: they must stop neither the other lines nor the other projects.
 */
export function createRulesReader(): ReadRules {
  const known = new Map<number, { text: string; rules: GroupingRules }>()
  return (projectId, text) => {
    if (text === null || text === '') return noRules
    const last = known.get(projectId)
    if (last?.text === text) return last.rules
    const { rules } = parseRules(text)
    known.set(projectId, { text, rules })
    return rules
  }
}
