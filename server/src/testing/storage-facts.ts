import { expect } from 'vitest'
import type { Event } from '../domain/event/event.ts'
import { keptStates } from '../domain/storage/index.ts'
import { readEvent } from '../store/event-read.ts'
import { groupBy } from '../store/recorder/group-by.ts'
import type { Reader } from '../store/store.ts'

type EventRows = Awaited<ReturnType<typeof readEvents>>

/**
 * Of a store with one project: what is counted of payloads is what a plain recount makes of them, and each that is kept
 * can be read. `sent` has all events by their ids.
 */
export async function expectExact(reader: Reader, sent: Map<string, Event>): Promise<void> {
  const events = await readEvents(reader)
  const kept = events.filter((row) => row.payload !== null)
  for (const row of events) {
    expect(isKept(row.payload_state)).toBe(row.payload !== null)
    expect(row.codec === null).toBe(row.payload === null)
    expect(row.dictionary_event_id === null).toBe(row.codec === null || row.codec === 'deflate')
  }
  await expectSamples(reader, kept)
  const project = await reader.selectFrom('projects').select('payload_bytes').executeTakeFirstOrThrow()
  expect(project.payload_bytes).toBe(kept.reduce((sum, row) => sum + (row.payload?.length ?? 0), 0))
  const dependents = groupBy(kept, (row) => row.dictionary_event_id && hex(row.dictionary_event_id))
  const alone = kept.filter((row) => row.codec === 'deflate').map((row) => hex(row.event_id))
  expect(await readDependents(reader)).toEqual(
    new Map(alone.map((id) => [id, dependents.get(id)?.length ?? 0])),
  )
  await expectReadable(reader, kept, sent)
  expect((await readCounts(reader)).events).toBe(sent.size)
}

async function expectSamples(reader: Reader, kept: EventRows): Promise<void> {
  const samples = groupBy(
    kept.filter((row) => row.payload_state === 'sample'),
    (row) => row.fingerprint_number,
  )
  const fingerprints = await reader.selectFrom('fingerprints').selectAll().execute()
  for (const row of fingerprints) expect(row.sample_count).toBe(samples.get(row.number)?.length ?? 0)
  const ofIssue = groupBy(fingerprints, (row) => row.issue_number)
  for (const row of await reader.selectFrom('issues').selectAll().execute()) {
    const sum = (ofIssue.get(row.number) ?? []).reduce((total, { sample_count: count }) => total + count, 0)
    expect(row.sample_count, `samples of issue ${row.number}`).toBe(sum)
  }
}

async function expectReadable(reader: Reader, kept: EventRows, sent: Map<string, Event>): Promise<void> {
  const fingerprints = await reader.selectFrom('fingerprints').selectAll().execute()
  for (const row of kept) {
    const owner = fingerprints.find(({ number }) => number === row.fingerprint_number)
    const key = { projectId: row.project_id, number: owner?.issue_number ?? 0 }
    const read = await readEvent(reader, key, row.event_id)
    expect(read?.event?.exception).toEqual(sent.get(hex(row.event_id))?.exception)
  }
}

/** What is counted of issues in sight, and how many events they have in all. */
export async function readCounts(reader: Reader) {
  const issues = await reader
    .selectFrom('issues')
    .select(['number', 'event_count', 'user_count', 'first_seen', 'last_seen'])
    .where('merged_into', 'is', null)
    .orderBy('number')
    .execute()
  const hours = await reader.selectFrom('fingerprint_hours').select('event_count').execute()
  expect(sumOf(hours)).toBe(sumOf(issues))
  return { events: sumOf(issues), issues }
}

export function readEvents(reader: Reader) {
  return reader.selectFrom('events').selectAll().execute()
}

/** How many payloads need that of an event, by its id. */
export async function readDependents(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.selectFrom('payload_dictionaries').selectAll().execute()
  return new Map(rows.map((row) => [hex(row.event_id), row.payload_count]))
}

export function isKept(state: string): boolean {
  return keptStates.some((kept) => kept === state)
}

export function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}

function sumOf(rows: { event_count: number }[]): number {
  return rows.reduce((sum, row) => sum + row.event_count, 0)
}
