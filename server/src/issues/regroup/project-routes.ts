import * as z from 'zod'
import * as contract from '../../contract/index.ts'
import { defineRoute, type Route } from '../../http/route.ts'
import type { Reader, Store } from '../../store/store.ts'
import { readProjectReferences } from '../project-references.ts'
import { answerRegroupings, describeRegrouping } from './describe-regrouping.ts'
import { undoRegrouping } from './undo-regrouping.ts'

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })
const regroupingParams = projectParams.extend({ number: z.coerce.number().int().min(1) })

/** What was merged and taken apart in a project. */
export function projectRegroupingRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/projects/:project/regroupings',
      summary: 'The last changes of who belongs to whom, newest first',
      params: projectParams,
      query: contract.regroupingListQuery,
      answer: contract.regroupingList,
      handler: async ({ params, query }) =>
        answerRegroupings(reader, await findProjectId(reader, params.project), query.limit),
    }),

    defineRoute({
      method: 'post',
      path: '/projects/:project/regroupings/:number/undo',
      summary: 'Undo a merge, or what was taken apart',
      params: regroupingParams,
      answer: contract.regrouping,
      handler: async ({ params, actor, now }) => {
        const projectId = await findProjectId(reader, params.project)
        const { number } = params
        await store.write(undoRegrouping, { projectId, number, actor: actor.name, now })
        return describeRegrouping(reader, projectId, number)
      },
    }),
  ]
}

async function findProjectId(reader: Reader, name: string): Promise<number> {
  const [projectId = Number.NaN] = (await readProjectReferences(reader, name)).keys()
  return projectId
}
