import { decideRegression } from '../../domain/regression/decide-regression.ts'
import { chooseOnArrival, type PayloadState } from '../../domain/storage/index.ts'
import type { IssueRow } from '../issue-row.ts'
import type { FingerprintRecords, IssueRecords } from './bind-to-issues.ts'
import type { Dictionary } from './dictionaries.ts'
import type { EventRecord } from './event-record.ts'
import type { ProjectRecording } from './project-recording.ts'
import { readKeptDictionaries } from './read-kept-dictionaries.ts'
import { latestOf } from './summary-after.ts'

export interface Regression {
  /** The event by which the issue regresses. */
  record: EventRecord
  reason: string
}

export interface PlannedFingerprint extends FingerprintRecords {
  /** How many of the records are kept as samples. */
  sampleCount: number
}

/** What a batch brings to one issue, and what is kept of it. */
export interface PlannedIssue extends IssueRecords {
  fingerprints: PlannedFingerprint[]
  /** Why each record's payload is kept, or is not. */
  states: Map<EventRecord, PayloadState>
  /** What the payloads are deflated against. */
  dictionary: Dictionary
  /** Whether the dictionary is one of the records: the first of the issue, or that of an issue whose first is gone. */
  isNewDictionary: boolean
  regression: Regression | undefined
}

/** Decides for each record of a batch whether its payload is kept, and against which dictionary it is deflated. */
export async function planPayloads(
  recording: ProjectRecording,
  bound: IssueRecords[],
): Promise<PlannedIssue[]> {
  const ids = bound.map(({ issue }) => issue.dictionary_event_id)
  const kept = await readKeptDictionaries(recording.tx, recording.projectId, ids)
  const planned: PlannedIssue[] = []
  for (const ofIssue of bound) planned.push(await planIssue(recording, ofIssue, kept))
  return planned
}

async function planIssue(
  recording: ProjectRecording,
  ofIssue: IssueRecords,
  kept: Set<string>,
): Promise<PlannedIssue> {
  const { issue, fingerprints } = ofIssue
  const records = fingerprints.flatMap((ofFingerprint) => ofFingerprint.records)
  const regression = findRegression(issue, records)
  const known = await readDictionary(recording, issue, kept)
  const newcomer = known === undefined ? chooseDictionary(issue, records) : undefined
  const states = decideStates(recording, issue, { records, newcomer, regression })
  return {
    issue,
    fingerprints: fingerprints.map((ofFingerprint) => ({
      ...ofFingerprint,
      sampleCount: ofFingerprint.records.filter((record) => states.get(record) === 'sample').length,
    })),
    states,
    dictionary: known ?? remember(recording, newcomer),
    isNewDictionary: known === undefined,
    regression,
  }
}

function readDictionary(
  { tx, dictionaries, projectId }: ProjectRecording,
  { dictionary_event_id: id }: IssueRow,
  kept: Set<string>,
): Promise<Dictionary | undefined> {
  return kept.has(id.toString('hex')) ? dictionaries.read(tx, projectId, id) : Promise.resolve(undefined)
}

/** An issue is created with the id of the record that is to be its first. */
function chooseDictionary(issue: IssueRow, records: EventRecord[]): EventRecord | undefined {
  return records.find((record) => record.eventId.equals(issue.dictionary_event_id)) ?? records[0]
}

function remember(
  { dictionaries, projectId }: ProjectRecording,
  record: EventRecord | undefined,
): Dictionary {
  if (record === undefined) throw new Error('An issue was bound to no event.')
  const dictionary = { eventId: record.eventId, json: Buffer.from(record.json) }
  dictionaries.remember(projectId, dictionary)
  return dictionary
}

function decideStates(
  { storage }: ProjectRecording,
  issue: IssueRow,
  {
    records,
    newcomer,
    regression,
  }: { records: EventRecord[]; newcomer: EventRecord | undefined; regression: Regression | undefined },
): Map<EventRecord, PayloadState> {
  const others = records.filter((record) => record !== newcomer && record !== regression?.record)
  const samples = chooseOnArrival(others, {
    latest: latestListed(records),
    sampleCount: issue.sample_count,
    budget: storage.payloadsPerIssue,
  })
  return new Map(
    records.map((record) => {
      if (record === newcomer) return [record, 'first']
      if (record === regression?.record) return [record, 'regression']
      return [record, samples.has(record) ? 'sample' : 'over_issue_budget']
    }),
  )
}

/** The one that the list of events has on top: of equal times that of the greatest id. */
function latestListed(records: EventRecord[]): EventRecord | undefined {
  return records.reduce<EventRecord | undefined>((latest, record) => {
    if (latest === undefined) return record
    const later = record.occurredAtMs - latest.occurredAtMs || record.eventId.compare(latest.eventId)
    return later > 0 ? record : latest
  }, undefined)
}

function findRegression(issue: IssueRow, records: EventRecord[]): Regression | undefined {
  const latest = latestOf(records)
  if (latest === undefined) return undefined
  const { kind, reason } = decideRegression(
    { status: issue.status, resolvedAtMs: issue.resolved_at ?? undefined },
    latest.occurredAtMs,
  )
  return kind === 'regression' ? { record: latest, reason } : undefined
}
