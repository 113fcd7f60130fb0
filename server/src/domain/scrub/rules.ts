import { judgeName, nameLists, type Verdict } from './names/judge-name.ts'
import type { ScrubSettings } from './settings.ts'

/** What is looked for: the settings, made ready for fast answers. */
export interface Rules {
  patterns: boolean
  addresses: boolean
  /** Whether the project has words of its own, which also count for the names of our own attributes. */
  hasWords: boolean
  judge(name: string): Verdict
}

/** Names come from events, so their number is anybody's choice. */
const mostNames = 4_096
const longestKept = 64

const rulesOfSettings = new WeakMap<ScrubSettings, Rules>()

/** Kept for as long as the settings object is: hand in the same one for each event of a project. */
export function rulesFor(settings: ScrubSettings): Rules {
  const known = rulesOfSettings.get(settings)
  if (known !== undefined) return known
  const rules = buildRules(settings)
  rulesOfSettings.set(settings, rules)
  return rules
}

function buildRules(settings: ScrubSettings): Rules {
  const lists = nameLists(settings)
  const verdicts = new Map<string, Verdict>()
  return {
    patterns: settings.defaults,
    addresses: settings.ipAddresses,
    hasWords: settings.words.length + settings.safeFields.length > 0,
    judge(name) {
      const known = verdicts.get(name)
      if (known !== undefined) return known
      const verdict = judgeName(name, lists)
      if (name.length > longestKept) return verdict
      if (verdicts.size >= mostNames) verdicts.clear()
      verdicts.set(name, verdict)
      return verdict
    },
  }
}
