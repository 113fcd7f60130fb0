import * as z from 'zod'
import * as contract from '../../contract/index.ts'
import { defineRoute, type Route } from '../../http/route.ts'
import type { Store } from '../../store/store.ts'
import { findNamedIssue } from '../find-named-issue.ts'
import { issueParams } from '../issue-params.ts'
import { describeRegrouping } from './describe-regrouping.ts'
import { answerSuggestion, answerSuggestions } from './suggestions.ts'

const suggestionParams = issueParams.extend({ suggestionId: z.string().max(100) })

/** What may be one bug, for a person to decide. */
export function suggestionRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/issues/:id/suggestions',
      summary: 'Issues that may be the same bug',
      params: issueParams,
      answer: contract.suggestionList,
      handler: ({ params }) => answerSuggestions(reader, params.id),
    }),

    defineRoute({
      method: 'post',
      path: '/issues/:id/suggestions/:suggestionId',
      summary: 'Merge what was suggested, or never be asked again',
      params: suggestionParams,
      body: contract.suggestionAnswer,
      // The merge, or null when nothing was merged.
      answer: contract.regrouping.nullable(),
      handler: async ({ params, body, actor, now }) => {
        const { projectId } = (await findNamedIssue(reader, params.id)).key
        const { id: of, suggestionId } = params
        const input = { projectId, of, suggestionId, answer: body.kind, actor: actor.name, now }
        const number = await store.write(answerSuggestion, input)
        return number === null ? null : describeRegrouping(reader, projectId, number)
      },
    }),
  ]
}
