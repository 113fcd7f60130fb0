import { mergeIssues } from './merge-issues.ts'
import { setFuse } from './set-fuse.ts'
import { saveSuggestions } from './suggest-merges.ts'
import { answerSuggestion } from './suggestions.ts'
import { undoRegrouping } from './undo-regrouping.ts'
import { unmergeIssue } from './unmerge-issue.ts'

export const regroupUnits = [
  mergeIssues,
  unmergeIssue,
  undoRegrouping,
  setFuse,
  answerSuggestion,
  saveSuggestions,
]
