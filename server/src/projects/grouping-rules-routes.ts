import * as z from 'zod'
import * as contract from '../contract/index.ts'
import { parseRules, rulesVersion } from '../domain/grouping/index.ts'
import { defineRoute, type Route } from '../http/route.ts'
import { readRulesText } from '../store/grouping-rules.ts'
import type { Store } from '../store/store.ts'
import { findProject } from '../store/find-project.ts'

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })

/** Rules are saved by a run that applies them: see `/projects/:project/grouping-runs`. */
export function groupingRulesRoutes({ reader }: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/projects/:project/grouping-rules',
      summary: 'The rules by which a project changes how its events are grouped',
      params: projectParams,
      answer: contract.groupingRules,
      handler: async ({ params }) => {
        const rules = await readRulesText(reader, await findProject(reader, params.project))
        return { rules, version: rulesVersion(rules) }
      },
    }),

    defineRoute({
      method: 'post',
      path: '/projects/:project/grouping-rules/check',
      summary: 'Find the errors in rules, without saving them',
      params: projectParams,
      body: contract.rulesCheck,
      answer: contract.rulesErrors,
      handler: async ({ params, body }) => {
        await findProject(reader, params.project)
        return { errors: parseRules(body.rules).errors }
      },
    }),
  ]
}
