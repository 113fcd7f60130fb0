import { countTabs, searchIssues } from './list-issues.ts'

export const issueQueries = [searchIssues, countTabs]
