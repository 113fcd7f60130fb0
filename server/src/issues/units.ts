import { commandIssue } from './command-issue.ts'

export const issueUnits = [commandIssue]
