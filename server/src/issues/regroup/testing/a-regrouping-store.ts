import type { Store } from '../../../store/store.ts'
import { aRecordingStore, type RecordingStore } from '../../../store/testing/a-recording-store.ts'
import { describeIssue } from '../../describe-issue.ts'
import { noon } from '../../../store/testing/a-record.ts'
import { mergeIssues } from '../merge-issues.ts'
import { undoRegrouping } from '../undo-regrouping.ts'
import { unmergeIssue } from '../unmerge-issue.ts'

/** What people do to issues of project 1; each answers the number of the regrouping. */
export interface RegroupingStore extends RecordingStore {
  merge(into: string, ...ids: string[]): Promise<number>
  unmerge(from: string, ...fingerprints: number[]): Promise<number>
  undo(number: number): Promise<void>
}

export async function aRegroupingStore(open: () => Promise<Store>): Promise<RegroupingStore> {
  const store = await aRecordingStore(open, { projects: 2 })
  const given = { projectId: 1, actor: 'Ada', now: noon + 60_000 }
  return {
    ...store,
    merge: (into, ...ids) => store.write(mergeIssues, { ...given, into, ids }),
    unmerge: (from, ...fingerprints) => store.write(unmergeIssue, { ...given, from, fingerprints }),
    undo: (number) => store.write(undoRegrouping, { ...given, number }),
  }
}

/** What the issue page tells of an issue. */
export async function tellIssue({ reader }: Store, name: string) {
  const { id, title, status, count, userCount, level, firstRelease, lastRelease, activity } =
    await describeIssue(reader, name, noon)
  const entries = activity.map((entry) => `${entry.kind}: ${entry.detail ?? ''}`)
  return { id, title, status, count, userCount, level, firstRelease, lastRelease, entries }
}
