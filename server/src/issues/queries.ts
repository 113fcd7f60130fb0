import { answerFeedback } from './describe-feedback.ts'
import { describeNamedIssue } from './describe-issue.ts'
import { countTabs, searchIssues } from './list-issues.ts'

export const issueQueries = [searchIssues, countTabs, describeNamedIssue, answerFeedback]
