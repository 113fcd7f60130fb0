export { parseRules } from './parse-rules.ts'
export { noRules, type GroupingRules } from './rule.ts'
export { suggestRule } from './suggest-rule.ts'
export { rulesVersion } from './rules-version.ts'
