import { commandIssue } from './command-issue.ts'
import { regroupUnits } from './regroup/units.ts'

export const issueUnits = [commandIssue, ...regroupUnits]
