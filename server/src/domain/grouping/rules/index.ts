export { parseRules } from './parse-rules.ts'
export { noRules, type GroupingRules, type RuleError } from './rule.ts'
export { suggestRule } from './suggest-rule.ts'
export { rulesVersion } from './rules-version.ts'
