import { parseRules, planRegroup } from '../domain/grouping/index.ts'
import { saveProgress, type GroupingRunRow } from '../store/grouping-runs.ts'
import { readHeld, readOwners } from '../store/regroup-by-rules/read-held.ts'
import type { Store } from '../store/store.ts'
import { applyPlan, countOf, splitsOf } from './apply-plan.ts'
import { observeProject } from './observe-project.ts'
import { createPace } from './pace.ts'
import { resultOf, type RunResult } from './run-result.ts'

export interface RunParts {
  store: Store
  /** Monotonic milliseconds. */
  clock(): number
  now(): number
  isStopped(): boolean
  /** Resolves when every server groups by rules that were just saved. */
  untilSaved(): Promise<void>
}

/** One run from beginning to end: look at every stored event, plan, and do it if the rules are applied. */
export async function runRules(parts: RunParts, run: GroupingRunRow): Promise<RunResult> {
  const { store } = parts
  const { project_id: projectId, number, regrouping_number: regrouping } = run
  // Events that came in under the old rules until here are read with the others.
  if (regrouping !== null) await parts.untilSaved()
  const trial = {
    projectId,
    before: parseRules(run.rules_before ?? '').rules,
    after: parseRules(run.rules).rules,
  }
  let total = run.total_count
  const pace = createPace({
    now: parts.clock,
    isStopped: parts.isStopped,
    report: (done) => store.write(saveProgress, { projectId, number, done, total: Math.max(done, total) }),
  })
  const { observed, count } = await observeProject(store.reader, trial, pace)
  const rulesSince = regrouping === null ? Infinity : run.started_at
  const held = await readHeld(store.reader, projectId, rulesSince)
  const hashes = [...observed.values()].flatMap((found) =>
    [...found.keys()].filter((hash) => hash !== undefined),
  )
  const owners = await readOwners(store.reader, projectId, [...new Set(hashes)])
  const plan = planRegroup(observed, held, owners)
  if (regrouping !== null) {
    const again = [...splitsOf(plan).keys()].reduce((sum, split) => sum + countOf(observed.get(split)), 0)
    total = count + again
    const actor = run.actor ?? ''
    const application = { ...trial, regrouping, actor, now: parts.now(), plan, observed, held }
    await applyPlan(store, application, pace, count)
  }
  await store.write(saveProgress, {
    projectId,
    number,
    done: Math.max(count, total),
    total: Math.max(count, total),
  })
  return resultOf(plan, held, observed)
}
