import type { Selectable } from 'kysely'
import { AppError } from '../domain/app-error.ts'
import { rulesVersion } from '../domain/grouping/index.ts'
import { readRulesText, writeRulesText } from './grouping-rules.ts'
import { startRulesRegrouping } from './regroup-by-rules/rules-moves.ts'
import type { Schema } from './schema.ts'
import { defineUnit, type Reader } from './store.ts'

export type GroupingRunRow = Selectable<Schema['grouping_runs']>

export interface StartRunInput {
  projectId: number
  kind: GroupingRunRow['kind']
  rules: string
  /** Of the rules that they were made from. */
  version: string
  actor: string
  now: number
  total: number
}

/**
 * Begins a run. One that applies saves its rules here, before anything else, so that what comes in while it works is
 * grouped by them already.
 */
export const startRun = defineUnit(
  'grouping-runs.start',
  async (tx, input: StartRunInput, dialect): Promise<GroupingRunRow> => {
    const { projectId, kind, rules, actor, now } = input
    await dialect.lockProject(tx, projectId)
    const before = await readRulesText(tx, projectId)
    if (rulesVersion(before) !== input.version)
      throw new AppError(
        'conflict',
        'Somebody else has changed the rules meanwhile. Load them again, then make your changes.',
      )
    if (await hasRunning(tx, projectId))
      throw new AppError(
        'conflict',
        'Rules are being tried or applied in this project. Wait until that has ended.',
      )
    const isApplied = kind === 'apply'
    if (isApplied) await writeRulesText(tx, projectId, rules)
    const { last_grouping_run_number: number } = await tx
      .updateTable('projects')
      .set((eb) => ({ last_grouping_run_number: eb('last_grouping_run_number', '+', 1) }))
      .where('id', '=', projectId)
      .returning('last_grouping_run_number')
      .executeTakeFirstOrThrow()
    const change = { rules: { before, after: rules }, now, actor }
    return tx
      .insertInto('grouping_runs')
      .values({
        project_id: projectId,
        number,
        kind,
        state: 'running',
        rules,
        rules_before: before,
        actor,
        started_at: now,
        done_count: 0,
        total_count: input.total,
        error: null,
        result: null,
        regrouping_number: isApplied ? await startRulesRegrouping(tx, projectId, change) : null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
  },
)

async function hasRunning(reader: Reader, projectId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('grouping_runs')
    .select('number')
    .where('project_id', '=', projectId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row !== undefined
}

export interface RunProgress {
  projectId: number
  number: number
  done: number
  total: number
}

export const saveProgress = defineUnit(
  'grouping-runs.progress',
  async (tx, { projectId, number, done, total }: RunProgress): Promise<void> => {
    await tx
      .updateTable('grouping_runs')
      .set({ done_count: done, total_count: total })
      .where('project_id', '=', projectId)
      .where('number', '=', number)
      .execute()
  },
)

export interface RunEnd {
  projectId: number
  number: number
  state: 'done' | 'failed'
  /** For a person; null when it is done. */
  error: string | null
  /** JSON. */
  result: string | null
}

export const endRun = defineUnit(
  'grouping-runs.end',
  async (tx, { projectId, number, state, error, result }: RunEnd): Promise<void> => {
    await tx
      .updateTable('grouping_runs')
      .set({ state, error, ...(result !== null && { result }) })
      .where('project_id', '=', projectId)
      .where('number', '=', number)
      .where('state', '=', 'running')
      .execute()
  },
)

/** Nothing goes on with a run that a stopped server left. What it has changed so far can be undone. */
export const failInterruptedRuns = defineUnit('grouping-runs.fail-interrupted', async (tx): Promise<void> => {
  await tx
    .updateTable('grouping_runs')
    .set({
      state: 'failed',
      error:
        'The server stopped while this was under way. Start it again; what it has changed can be undone.',
    })
    .where('state', '=', 'running')
    .execute()
})

export function readRun(
  reader: Reader,
  projectId: number,
  number: number,
): Promise<GroupingRunRow | undefined> {
  return reader
    .selectFrom('grouping_runs')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Newest first. */
export function listRuns(reader: Reader, projectId: number, limit: number): Promise<GroupingRunRow[]> {
  return reader
    .selectFrom('grouping_runs')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}
