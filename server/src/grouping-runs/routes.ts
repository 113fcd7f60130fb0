import * as z from 'zod'
import * as contract from '../contract/index.ts'
import type { GroupingRun } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineRoute, type Route } from '../http/route.ts'
import { listRuns, readRun, type GroupingRunRow } from '../store/grouping-runs.ts'
import { findProject } from '../store/find-project.ts'
import type { Reader, Store } from '../store/store.ts'
import { describeRuns } from './describe-run.ts'
import type { GroupingRuns } from './grouping-runs.ts'
import { undoRun } from './undo-run.ts'

const mostListed = 20

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })
const runParams = projectParams.extend({
  number: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 53 - 1),
})

/** The grouping lab: what rules would do to the stored events, and doing it. */
export function groupingRunRoutes(store: Store, runs: GroupingRuns): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'post',
      path: '/projects/:project/grouping-runs',
      summary: 'Try grouping rules on the stored events, or save them and regroup the past',
      params: projectParams,
      body: contract.groupingRunRequest,
      status: 201,
      answer: contract.groupingRun,
      handler: async ({ params, body, actor, now }) => {
        const projectId = await findProject(reader, params.project)
        return describeOne(reader, await runs.start({ ...body, projectId, actor: actor.name, now }))
      },
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/grouping-runs',
      summary: `The last ${mostListed} runs of grouping rules, newest first`,
      params: projectParams,
      answer: contract.groupingRunList,
      handler: async ({ params }) => {
        const projectId = await findProject(reader, params.project)
        return { items: await describeRuns(reader, projectId, await listRuns(reader, projectId, mostListed)) }
      },
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/grouping-runs/:number',
      summary: 'How far a run of grouping rules is, and what it found',
      params: runParams,
      answer: contract.groupingRun,
      handler: async ({ params }) =>
        describeOne(reader, await findRun(reader, await findProject(reader, params.project), params.number)),
    }),

    defineRoute({
      method: 'post',
      path: '/projects/:project/grouping-runs/:number/undo',
      summary: 'Put back the rules of before, and what applying these has regrouped',
      params: runParams,
      answer: contract.groupingRun,
      handler: async ({ params, actor, now }) => {
        const projectId = await findProject(reader, params.project)
        await store.write(undoRun, { projectId, number: params.number, actor: actor.name, now })
        return describeOne(reader, await findRun(reader, projectId, params.number))
      },
    }),
  ]
}

async function findRun(reader: Reader, projectId: number, number: number): Promise<GroupingRunRow> {
  const run = await readRun(reader, projectId, number)
  if (run === undefined) throw new AppError('not_found', `There is no run ${number} in this project.`)
  return run
}

async function describeOne(reader: Reader, run: GroupingRunRow): Promise<GroupingRun> {
  const [described] = await describeRuns(reader, run.project_id, [run])
  if (described === undefined) throw new Error('A run was described as nothing.')
  return described
}
