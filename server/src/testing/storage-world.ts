import fc from 'fast-check'
import { expect } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import type { Event } from '../domain/event/event.ts'
import type { StorageSettings } from '../domain/storage/index.ts'
import { anError, projectId, type Lab } from '../grouping-runs/testing/a-lab.ts'
import { undoRun } from '../grouping-runs/undo-run.ts'
import { mergeIssues } from '../issues/regroup/merge-issues.ts'
import { undoRegrouping } from '../issues/regroup/undo-regrouping.ts'
import { unmergeIssue } from '../issues/regroup/unmerge-issue.ts'
import { createStorageKeeper } from '../storage/keeper.ts'
import { walkEvents } from '../store/issue-events.ts'
import { pinEvent } from '../store/storage/pin-event.ts'
import { defineUnit, type Reader } from '../store/store.ts'
import { noon } from '../store/testing/a-record.ts'
import { expectExact, hex, isKept, readCounts, readDependents, readEvents } from './storage-facts.ts'

const hourMs = 3_600_000
export const budget = 3
const actor = { actor: 'Ada', now: noon }

const aPick = fc.nat({ max: 1_000 })
const anEvent = fc.record({
  place: fc.integer({ min: 0, max: 2 }),
  message: fc.integer({ min: 0, max: 2 }),
  release: fc.constantFrom('1.0', '2.0', '3.0'),
  hour: fc.integer({ min: 0, max: 200 }),
})
export const aCommand = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('record'),
      events: fc.array(anEvent, { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('trim') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pin'), which: aPick, pinned: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resolve'), which: aPick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge'), which: aPick, other: aPick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge'), which: aPick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo'), which: aPick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rules'),
      which: fc.integer({ min: 0, max: 3 }),
      undo: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bytes') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forget payloads'), hour: fc.integer({ min: 0, max: 200 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forget events'), hour: fc.integer({ min: 0, max: 200 }) }),
  },
)

type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
type Command = Generated<typeof aCommand>

const unlimited: StorageSettings = {
  payloadsPerIssue: budget,
  payloadMebibytes: null,
  payloadDays: null,
  eventDays: null,
}
/** So long after an hour of the test, what was received in it is a day old. */
const dayLater = 24 * hourMs

/** A project of a lab, what was sent to it, and what is done about its storage. */
export class StorageWorld {
  readonly lab: Lab
  readonly sent = new Map<string, Event>()

  constructor(lab: Lab) {
    this.lab = lab
  }

  async obey(command: Command): Promise<void> {
    switch (command.kind) {
      case 'record':
        return this.record(command.events)
      case 'trim':
        return this.expectSpared(() => this.keep(unlimited))
      case 'bytes':
        return this.keep({ ...unlimited, payloadMebibytes: 1 / 1024 })
      case 'forget payloads':
        return this.keep({ ...unlimited, payloadDays: 1 }, noon + command.hour * hourMs + dayLater)
      case 'forget events':
        return this.forgetEvents(noon + command.hour * hourMs)
      default:
        return this.act(command).catch(onlyRefusals)
    }
  }

  private async act(command: Exclude<Command, { kind: 'record' | 'trim' | 'bytes' | `forget ${string}` }>) {
    const { store } = this.lab
    if (command.kind === 'rules') return this.applyRules(command)
    if (command.kind === 'undo') {
      const { last } = await store.reader
        .selectFrom('projects')
        .select('last_regrouping_number as last')
        .executeTakeFirstOrThrow()
      if (last > 0)
        await store.write(undoRegrouping, { ...actor, projectId, number: 1 + (command.which % last) })
      return
    }
    const visible = await this.visible()
    const number = visible[command.which % Math.max(1, visible.length)]
    if (number === undefined) return
    if (command.kind === 'resolve') return store.write(resolve, number)
    if (command.kind === 'pin') {
      const events = await walkEvents(store.reader, { projectId, number }, { direction: 'older', limit: 50 })
      const event = events[command.which % Math.max(1, events.length)]
      if (event === undefined) return
      const eventId = event.event_id.toString('hex')
      return store.write(pinEvent, { projectId, number, eventId, pinned: command.pinned })
    }
    const from = `${projectId}-${number}`
    if (command.kind === 'merge') {
      const other = visible[command.other % visible.length]
      const ids = [`${projectId}-${other}`]
      return void (await store.write(mergeIssues, { ...actor, projectId, into: from, ids }))
    }
    const rows = await store.reader.selectFrom('fingerprints').selectAll().execute()
    const merged = rows.find((row) => row.first_issue_number !== row.issue_number) ?? rows[0]
    const fingerprints = [merged?.number ?? 0]
    const parent = `${projectId}-${merged?.issue_number}`
    await store.write(unmergeIssue, { ...actor, projectId, from: parent, fingerprints })
  }

  private async record(events: Generated<typeof anEvent>[]): Promise<void> {
    const errors = events.map(({ place, message, release, hour }) =>
      anError({
        id: `event ${this.sent.size} ${Math.random()}`,
        place: `/srv/app/cart.js#total${place}`,
        message: `voucher ${'x'.repeat(message + 1)} is broken`,
        release,
        hour,
        tags: { kind: `kind ${hour % 3}` },
      }),
    )
    for (const error of errors) this.sent.set(error.event_id, error)
    await this.lab.send(...errors)
  }

  private async applyRules({ which, undo }: { which: number; undo: boolean }): Promise<void> {
    const rules = [
      '',
      'type:CartError -> fingerprint cart',
      'function:total1 -> fingerprint one',
      'type:CartError -> fingerprint x {{ tags.kind }}',
    ][which]
    const run = await this.lab.run('apply', rules ?? '')
    if (undo) await this.lab.store.write(undoRun, { ...actor, projectId, number: run.number })
  }

  private keep(storage: StorageSettings, now = noon): Promise<void> {
    const { store } = this.lab
    const parts = { store, storageOf: () => storage, now: () => now, clock: () => 0 }
    return createStorageKeeper({
      ...parts,
      pause: () => Promise.resolve(),
      logger: { warn: () => undefined },
    }).run()
  }

  private async forgetEvents(before: number): Promise<void> {
    const counted = await readCounts(this.reader)
    await this.keep({ ...unlimited, eventDays: 1 }, before + dayLater)
    expect(await readCounts(this.reader)).toEqual(counted)
    const dependents = await readDependents(this.reader)
    for (const row of await readEvents(this.reader)) {
      if (row.received_at >= before || row.payload_state === 'pinned') continue
      expect(dependents.get(hex(row.event_id))).toBeGreaterThan(0)
    }
  }

  /** Of a trim to the budget: what is exempt has stayed, and no issue has more samples than it may. */
  private async expectSpared(trim: () => Promise<void>): Promise<void> {
    const spared = new Set<string>()
    for (const row of await readEvents(this.reader))
      if (row.payload_state !== 'sample' && row.codec !== null) spared.add(hex(row.event_id))
    for (const number of await this.visible()) {
      const [latest] = await walkEvents(
        this.lab.store.reader,
        { projectId, number },
        { direction: 'older', limit: 1 },
      )
      if (latest !== undefined && isKept(latest.payload_state)) spared.add(hex(latest.event_id))
    }
    await trim()
    for (const row of await readEvents(this.reader))
      if (spared.has(hex(row.event_id))) expect(row.codec).not.toBeNull()
    const issues = await this.lab.store.reader.selectFrom('issues').select('sample_count').execute()
    for (const issue of issues) expect(issue.sample_count).toBeLessThanOrEqual(budget + 1)
  }

  expectExact(): Promise<void> {
    return expectExact(this.reader, this.sent)
  }

  private async visible(): Promise<number[]> {
    return (await readCounts(this.reader)).issues.map((issue) => issue.number)
  }

  private get reader(): Reader {
    return this.lab.store.reader
  }
}

const resolve = defineUnit('test.resolve', async (tx, number: number): Promise<void> => {
  await tx
    .updateTable('issues')
    .set({ status: 'resolved', status_reason: 'resolved', resolved_at: noon })
    .where('number', '=', number)
    .execute()
})

function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError)) throw error
}
