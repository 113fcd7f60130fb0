export { compareFingerprints, type Compared, type Comparison } from './compare.ts'
export { decideFuse, MAX_TEMPLATES_PER_STACK } from './fuse.ts'
export { groupEvent } from './group-event.ts'
export { GROUPING_VERSION, type Grouping } from './grouping.ts'
export { markInApp } from './frames/mark-in-app.ts'
export { observe, regroupEvent, type Observed, type Part } from './regroup/observe.ts'
export {
  issuesAfter,
  mergesOf,
  planRegroup,
  type HeldFingerprint,
  type RegroupPlan,
} from './regroup/plan-regroup.ts'
export { noRules, parseRules, rulesVersion, suggestRule, type GroupingRules } from './rules/index.ts'
export { suggestMerge } from './suggest/suggest-merge.ts'
export { olderFingerprints, type OlderFingerprint } from './versions.ts'
