import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from './domain/app-error.ts'
import type { Event } from './domain/event/event.ts'
import { defaultStorageSettings, keptStates, type StorageSettings } from './domain/storage/index.ts'
import { aLab, anError, projectId, type Lab } from './grouping-runs/testing/a-lab.ts'
import { undoRun } from './grouping-runs/undo-run.ts'
import { mergeIssues } from './issues/regroup/merge-issues.ts'
import { undoRegrouping } from './issues/regroup/undo-regrouping.ts'
import { unmergeIssue } from './issues/regroup/unmerge-issue.ts'
import { createStorageKeeper } from './storage/keeper.ts'
import { readEvent } from './store/event-read.ts'
import { walkEvents } from './store/issue-events.ts'
import { groupBy } from './store/recorder/group-by.ts'
import { pinEvent } from './store/storage/pin-event.ts'
import { defineUnit } from './store/store.ts'
import { noon } from './store/testing/a-record.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 600_000
const runs = 15
const hourMs = 3_600_000
const budget = 3
const actor = { actor: 'Ada', now: noon }

const aPick = fc.nat({ max: 1_000 })
const anEvent = fc.record({
  place: fc.integer({ min: 0, max: 2 }),
  message: fc.integer({ min: 0, max: 2 }),
  release: fc.constantFrom('1.0', '2.0', '3.0'),
  hour: fc.integer({ min: 0, max: 200 }),
})
const aCommand = fc.oneof(
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

class World {
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
      const { last } = await this.project()
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
    return createStorageKeeper({ ...parts, pause: () => Promise.resolve() }).run()
  }

  private async forgetEvents(before: number): Promise<void> {
    const counted = await this.counts()
    await this.keep({ ...unlimited, eventDays: 1 }, before + dayLater)
    expect(await this.counts()).toEqual(counted)
    const dependents = new Map(
      (await this.dictionaries()).map((row) => [hex(row.event_id), row.payload_count]),
    )
    for (const row of await this.events()) {
      if (row.received_at >= before || row.payload_state === 'pinned') continue
      expect(dependents.get(hex(row.event_id))).toBeGreaterThan(0)
    }
  }

  /** Of a trim to the budget: what is exempt has stayed, and no issue has more samples than it may. */
  private async expectSpared(trim: () => Promise<void>): Promise<void> {
    const spared = new Set<string>()
    for (const row of await this.events())
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
    for (const row of await this.events()) if (spared.has(hex(row.event_id))) expect(row.codec).not.toBeNull()
    const issues = await this.lab.store.reader.selectFrom('issues').select('sample_count').execute()
    for (const issue of issues) expect(issue.sample_count).toBeLessThanOrEqual(budget + 1)
  }

  /** What is counted of payloads is what a plain recount makes of them, and each that is kept can be read. */
  async expectExact(): Promise<void> {
    const { reader } = this.lab.store
    const events = await this.events()
    const kept = events.filter((row) => row.payload !== null)
    for (const row of events) {
      expect(isKept(row.payload_state)).toBe(row.payload !== null)
      expect(row.codec === null).toBe(row.payload === null)
      expect(row.dictionary_event_id === null).toBe(row.codec !== 'deflate-dictionary')
    }
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
    expect((await this.project()).bytes).toBe(kept.reduce((sum, row) => sum + (row.payload?.length ?? 0), 0))
    const dependents = groupBy(kept, (row) => row.dictionary_event_id && hex(row.dictionary_event_id))
    const alone = kept.filter((row) => row.codec === 'deflate').map((row) => hex(row.event_id))
    expect(new Map((await this.dictionaries()).map((row) => [hex(row.event_id), row.payload_count]))).toEqual(
      new Map(alone.map((id) => [id, dependents.get(id)?.length ?? 0])),
    )
    await this.expectReadable(kept.map((row) => row.event_id))
    expect((await this.counts()).events).toBe(this.sent.size)
  }

  private async expectReadable(ids: Buffer[]): Promise<void> {
    const { reader } = this.lab.store
    const owners = await reader
      .selectFrom('events as e')
      .innerJoin('fingerprints as f', 'f.number', 'e.fingerprint_number')
      .select(['e.event_id', 'f.issue_number'])
      .execute()
    const issueOf = new Map(owners.map((row) => [hex(row.event_id), row.issue_number]))
    for (const id of ids) {
      const number = issueOf.get(hex(id)) ?? 0
      const read = await readEvent(reader, { projectId, number }, id)
      expect(read?.event?.exception).toEqual(this.sent.get(hex(id))?.exception)
    }
  }

  private async counts() {
    const { reader } = this.lab.store
    const issues = await reader
      .selectFrom('issues')
      .select(['number', 'event_count', 'user_count', 'first_seen', 'last_seen'])
      .where('merged_into', 'is', null)
      .orderBy('number')
      .execute()
    const hours = await reader.selectFrom('fingerprint_hours').select('event_count').execute()
    const sum = (rows: { event_count: number }[]) => rows.reduce((total, row) => total + row.event_count, 0)
    expect(sum(hours)).toBe(sum(issues))
    return { events: sum(issues), issues }
  }

  private events() {
    return this.lab.store.reader.selectFrom('events').selectAll().execute()
  }

  private dictionaries() {
    return this.lab.store.reader.selectFrom('payload_dictionaries').selectAll().execute()
  }

  private async visible(): Promise<number[]> {
    const rows = await this.lab.store.reader
      .selectFrom('issues')
      .select('number')
      .where('merged_into', 'is', null)
      .orderBy('number')
      .execute()
    return rows.map((row) => row.number)
  }

  private project() {
    return this.lab.store.reader
      .selectFrom('projects')
      .select(['last_regrouping_number as last', 'payload_bytes as bytes'])
      .executeTakeFirstOrThrow()
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

function isKept(state: string): boolean {
  return keptStates.some((kept) => kept === state)
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}

onBothEngines((open) => {
  it(
    'whatever is recorded, trimmed, pinned, regrouped and forgotten, counts are exact and payloads can be read',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aCommand, { minLength: 4, maxLength: 14 }), async (commands) => {
          const world = new World(await aLab(open, { ...defaultStorageSettings, payloadsPerIssue: budget }))
          for (const command of commands) {
            await world.obey(command)
            await world.expectExact()
          }
        }),
        { numRuns: runs },
      )
    },
    slowMs,
  )
})
