import { endRun, failInterruptedRuns, saveProgress, startRun } from '../store/grouping-runs.ts'
import { leaveIssue } from '../store/regroup-by-rules/leave-issue.ts'
import { moveEvents } from '../store/regroup-by-rules/move-events.ts'
import { moveFingerprints } from '../store/regroup-by-rules/move-fingerprints.ts'
import { settleFingerprint } from '../store/regroup-by-rules/settle-fingerprint.ts'
import { splitFingerprint } from '../store/regroup-by-rules/split-fingerprint.ts'
import { undoRun } from './undo-run.ts'

export const groupingRunUnits = [
  startRun,
  saveProgress,
  endRun,
  failInterruptedRuns,
  moveFingerprints,
  leaveIssue,
  splitFingerprint,
  moveEvents,
  settleFingerprint,
  undoRun,
]
