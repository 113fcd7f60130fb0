import { commandIssue } from './command-issue.ts'
import { pinEvent } from '../store/storage/pin-event.ts'
import { regroupUnits } from './regroup/units.ts'

export const issueUnits = [commandIssue, pinEvent, ...regroupUnits]
