import * as contract from '../../contract/index.ts'
import { defineRoute, type Route } from '../../http/route.ts'
import type { Store } from '../../store/store.ts'
import { findNamedIssue } from '../find-named-issue.ts'
import { issueParams } from '../issue-params.ts'
import { describeRegrouping } from './describe-regrouping.ts'
import { fingerprintRoutes } from './fingerprint-routes.ts'
import { mergeIssues } from './merge-issues.ts'
import { projectRegroupingRoutes } from './project-routes.ts'
import { suggestionRoutes } from './suggestion-routes.ts'
import { unmergeIssue } from './unmerge-issue.ts'

/** Who belongs to whom: merging, taking apart, undoing either, and what helps to decide. */
export function regroupRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'post',
      path: '/issues/:id/merge',
      summary: 'Merge issues into one',
      params: issueParams,
      body: contract.mergeRequest,
      answer: contract.regrouping,
      handler: async ({ params, body, actor, now }) => {
        const { projectId } = (await findNamedIssue(reader, params.id)).key
        const input = { projectId, into: params.id, ids: body.ids, actor: actor.name, now }
        return describeRegrouping(reader, projectId, await store.write(mergeIssues, input))
      },
    }),

    defineRoute({
      method: 'post',
      path: '/issues/:id/unmerge',
      summary: 'Take fingerprints out of an issue',
      params: issueParams,
      body: contract.unmergeRequest,
      answer: contract.regrouping,
      handler: async ({ params, body, actor, now }) => {
        const { projectId } = (await findNamedIssue(reader, params.id)).key
        const { fingerprints } = body
        const input = { projectId, from: params.id, fingerprints, actor: actor.name, now }
        return describeRegrouping(reader, projectId, await store.write(unmergeIssue, input))
      },
    }),

    ...fingerprintRoutes(store),
    ...suggestionRoutes(store),
    ...projectRegroupingRoutes(store),
  ]
}
