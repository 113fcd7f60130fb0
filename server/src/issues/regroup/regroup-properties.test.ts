import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../domain/app-error.ts'
import { hourMs, readHours } from '../../store/issue-hours.ts'
import type { IssueRow } from '../../store/issue-row.ts'
import { readTags } from '../../store/issue-tags.ts'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import { groupBy } from '../../store/recorder/group-by.ts'
import { aRecord, aUser, noon } from '../../store/testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from '../../store/testing/a-recording-store.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { mergeIssues } from './merge-issues.ts'
import { undoRegrouping } from './undo-regrouping.ts'
import { unmergeIssue } from './unmerge-issue.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 300_000
const runs = 12

const anEvent = fc.record({
  bug: fc.integer({ min: 0, max: 5 }),
  user: fc.option(fc.integer({ min: 0, max: 3 })),
  tag: fc.integer({ min: 0, max: 2 }),
  minutes: fc.integer({ min: 0, max: 300 }),
  release: fc.option(fc.constantFrom('1.0', '2.0')),
  level: fc.constantFrom('error', 'fatal', 'warning'),
})
const aPick = fc.nat({ max: 1_000 })
const aCommand = fc.oneof(
  fc.record({ kind: fc.constant('record'), events: fc.array(anEvent, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('merge'), main: aPick, other: aPick, back: fc.boolean() }),
  fc.record({ kind: fc.constant('unmerge'), main: aPick, other: aPick, back: fc.boolean() }),
  fc.record({ kind: fc.constant('undo'), main: aPick }),
)

type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
type Command = Generated<typeof aCommand>

/** One project, all that was sent to it, and what is done with its issues. */
class World {
  readonly sent: EventRecord[] = []
  readonly store: RecordingStore
  readonly projectId: number

  constructor(store: RecordingStore, projectId: number) {
    this.store = store
    this.projectId = projectId
  }

  async obey(command: Command): Promise<void> {
    if (command.kind === 'record') return this.record(command.events)
    if (command.kind === 'undo') {
      const last = await this.lastRegrouping()
      if (last > 0) await this.undo(1 + (command.main % last)).catch(onlyConflicts)
      return
    }
    const before = await this.rows()
    const number = command.kind === 'merge' ? await this.merge(command) : await this.unmerge(command)
    if (number === undefined || !command.back) return
    await this.expectCounts()
    await this.undo(number)
    const after = await this.rows()
    expect(after.fingerprints).toEqual(before.fingerprints)
    // An issue that was made for the occasion stays, out of sight.
    expect(after.issues.slice(0, before.issues.length)).toEqual(before.issues)
    for (const made of after.issues.slice(before.issues.length)) expect(made.merged_into).not.toBeNull()
  }

  private async record(events: Generated<typeof anEvent>[]): Promise<void> {
    const records = events.map(({ bug, user, tag, minutes, release, level }, index) => {
      const id = `${this.projectId} ${this.sent.length + index}`
      return aRecord({
        id,
        projectId: this.projectId,
        bug: `bug ${bug}`,
        occurredAtMs: noon + minutes * 60_000,
        tags: { os: `os ${tag}` },
        release: release ?? undefined,
        level,
        json: JSON.stringify({ message: id, level }),
        ...(user === null ? {} : aUser(`user ${user}`)),
      })
    })
    this.sent.push(...records)
    await this.store.record(...records)
  }

  private async merge({ main, other }: { main: number; other: number }): Promise<number | undefined> {
    const visible = await this.visible()
    const [into, away] = [pick(visible, main), pick(visible, other)]
    if (into === undefined || away === undefined || into === away) return undefined
    const { projectId } = this
    const ids = [`${projectId}-${away.number}`]
    return this.store.write(mergeIssues, {
      projectId,
      into: `${projectId}-${into.number}`,
      ids,
      actor: 'Ada',
      now: 0,
    })
  }

  private async unmerge({ main, other }: { main: number; other: number }): Promise<number | undefined> {
    const parent = pick(await this.visible(), main)
    if (parent === undefined) return undefined
    const all = (await this.rows()).fingerprints.filter((row) => row.issue_number === parent.number)
    const fingerprints = all.filter((_, index) => ((other >> index) & 1) === 1).map((row) => row.number)
    if (fingerprints.length === 0 || fingerprints.length === all.length) return undefined
    const { projectId } = this
    return this.store.write(unmergeIssue, {
      projectId,
      from: `${projectId}-${parent.number}`,
      fingerprints,
      actor: 'Ada',
      now: 0,
    })
  }

  private async undo(number: number): Promise<void> {
    await this.store.write(undoRegrouping, { projectId: this.projectId, number, actor: 'Ada', now: 0 })
  }

  private async lastRegrouping(): Promise<number> {
    const row = await this.store.reader
      .selectFrom('projects')
      .select('last_regrouping_number as last')
      .where('id', '=', this.projectId)
      .executeTakeFirstOrThrow()
    return row.last
  }

  private async visible(): Promise<IssueRow[]> {
    const { reader } = this.store
    return reader
      .selectFrom('issues')
      .selectAll()
      .where('project_id', '=', this.projectId)
      .where('merged_into', 'is', null)
      .orderBy('number')
      .execute()
  }

  private async rows() {
    const { reader } = this.store
    const issues = await reader
      .selectFrom('issues')
      .selectAll()
      .where('project_id', '=', this.projectId)
      .orderBy('number')
      .execute()
    const fingerprints = await reader
      .selectFrom('fingerprints')
      .selectAll()
      .where('project_id', '=', this.projectId)
      .orderBy('number')
      .execute()
    // What was done, and undone, stays told.
    return { issues: issues.map((issue) => ({ ...issue, activity_count: 0 })), fingerprints }
  }

  /** Every issue in sight is what a plain recount of its events makes of it, and every event is in one. */
  async expectCounts(): Promise<void> {
    const { reader } = this.store
    const places = await reader
      .selectFrom('events as e')
      .innerJoin('fingerprints as f', (join) =>
        join.onRef('f.project_id', '=', 'e.project_id').onRef('f.number', '=', 'e.fingerprint_number'),
      )
      .select(['e.event_id', 'f.issue_number'])
      .where('e.project_id', '=', this.projectId)
      .execute()
    const issueOf = new Map(places.map((row) => [row.event_id.toString('hex'), row.issue_number]))
    const byIssue = groupBy(this.sent, (record) => issueOf.get(record.eventId.toString('hex')))
    const visible = await this.visible()
    expect(visible.map((issue) => issue.number).toSorted(ascending)).toEqual(
      [...byIssue.keys()].map(Number).toSorted(ascending),
    )
    for (const issue of visible) await this.expectCount(issue, byIssue.get(issue.number) ?? [])
  }

  private async expectCount(issue: IssueRow, records: EventRecord[]): Promise<void> {
    const times = records.map((record) => record.occurredAtMs)
    const users = new Set(records.flatMap((record) => record.userHash?.toString('hex') ?? []))
    expect(issue).toMatchObject({
      event_count: records.length,
      user_count: users.size,
      first_seen: Math.min(...times),
      last_seen: Math.max(...times),
    })
    const key = { projectId: this.projectId, number: issue.number }
    expect(await readHours(this.store.reader, key, noon)).toEqual(
      counted(records.map((record) => record.occurredAtMs - (record.occurredAtMs % hourMs)))
        .toSorted(([a], [b]) => a - b)
        .map(([hour, event_count]) => ({ hour, event_count })),
    )
    const [tag] = await readTags(this.store.reader, key)
    expect(tag?.total).toBe(records.length)
    expect(new Map(tag?.values.map((row) => [row.value, row.event_count]))).toEqual(
      new Map(counted(records.map((record) => record.tags['os'] ?? ''))),
    )
  }
}

function pick<Row>(rows: Row[], at: number): Row | undefined {
  return rows[at % Math.max(1, rows.length)]
}

function counted<Value>(values: Value[]): [Value, number][] {
  return [...groupBy(values, (value) => value)].map(([value, alike]) => [value, alike.length])
}

function ascending(a: number, b: number): number {
  return a - b
}

function onlyConflicts(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'conflict') throw error
}

onBothEngines((open) => {
  it(
    'whatever is merged, taken apart and undone, everything stays counted, and once',
    async () => {
      const store = await aRecordingStore(open, { projects: runs })
      let projectId = 0
      await fc.assert(
        fc.asyncProperty(fc.array(aCommand, { minLength: 6, maxLength: 14 }), async (commands) => {
          const world = new World(store, ++projectId)
          await world.obey({ kind: 'record', events: [0, 1, 2, 3, 4].map((bug) => anEventOf(bug)) })
          for (const command of commands) {
            await world.obey(command)
            await world.expectCounts()
          }
        }),
        { numRuns: runs, endOnFailure: true },
      )
    },
    slowMs,
  )
})

function anEventOf(bug: number) {
  return { bug, user: bug % 2, tag: 0, minutes: bug * 10, release: null, level: 'error' as const }
}
