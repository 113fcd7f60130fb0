import type { StorageSettings } from '../../domain/storage/index.ts'
import type { Dialect, Tx } from '../store.ts'
import { bindToIssues } from './bind-to-issues.ts'
import { countDictionaries } from './count-dictionaries.ts'
import { countHours } from './count-hours.ts'
import { countTags } from './count-tags.ts'
import { countUsers } from './count-users.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { EventRecord, Recorded } from './event-record.ts'
import { saveStacks } from './fuse-stacks.ts'
import { groupBy } from './group-by.ts'
import { indexNewFingerprints } from './index-new-fingerprints.ts'
import { insertEvents } from './insert-events.ts'
import { planPayloads, type PlannedIssue } from './plan-payloads.ts'
import type { ProjectRecording } from './project-recording.ts'
import { saveFingerprints, saveHashes } from './save-fingerprints.ts'
import { touchProject } from './touch-project.ts'
import { updateIssues } from './update-issues.ts'
import { withoutDuplicates } from './without-duplicates.ts'

/** What recording needs beside the transaction. */
export interface RecorderParts {
  dialect: Dialect
  dictionaries: Dictionaries
  /** How much a project keeps. */
  storageOf(projectId: number): StorageSettings
}

/**
 * Records a batch in the transaction that it is given; the answer has one entry for each record, in order.
 * Work is done once per project, fingerprint and issue, however many events of a storm are in the batch.
 */
export async function recordEvents(
  tx: Tx,
  { dialect, dictionaries, storageOf }: RecorderParts,
  records: EventRecord[],
): Promise<Recorded[]> {
  const recorded = new Map<EventRecord, Recorded>()
  // Sorted, so that two servers that lock several projects cannot wait for each other.
  const byProject = [...groupBy(records, (record) => record.projectId)].toSorted(([a], [b]) => a - b)
  for (const [projectId, ofProject] of byProject) {
    await dialect.lockProject(tx, projectId)
    const recording = { tx, dictionaries, projectId, storage: storageOf(projectId) }
    const planned = await recordProject(recording, ofProject)
    const bound = planned.flatMap((ofIssue) => ofIssue.fingerprints)
    await indexNewFingerprints(tx, dialect, projectId, bound)
    for (const { issue, fingerprints } of planned) {
      for (const record of fingerprints.flatMap((ofFingerprint) => ofFingerprint.records)) {
        recorded.set(record, { kind: 'stored', issueNumber: issue.number })
      }
    }
  }
  return records.map((record) => recorded.get(record) ?? { kind: 'duplicate' })
}

/** Answers what is stored, by issue. */
async function recordProject(recording: ProjectRecording, records: EventRecord[]): Promise<PlannedIssue[]> {
  const { tx, projectId } = recording
  const fresh = await withoutDuplicates(tx, projectId, records)
  if (fresh.length === 0) return []
  const { issues: bound, newHashes, stacks } = await bindToIssues(tx, projectId, fresh)
  const planned = await planPayloads(recording, bound)
  const fingerprints = planned.flatMap((ofIssue) => ofIssue.fingerprints)
  await saveFingerprints(tx, fingerprints)
  await saveHashes(tx, newHashes)
  await saveStacks(tx, stacks)
  const { payloadBytes } = await insertEvents(recording, planned)
  await countDictionaries(tx, projectId, planned)
  await countHours(tx, projectId, fingerprints)
  await countTags(tx, projectId, fingerprints)
  const newUsers = await countUsers(tx, projectId, planned)
  await updateIssues(tx, projectId, planned, newUsers)
  await touchProject(tx, projectId, fresh, payloadBytes)
  return planned
}
