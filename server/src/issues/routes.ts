import * as contract from '../contract/index.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { commandIssue } from './command-issue.ts'
import { describeIssue, describeNamedIssue } from './describe-issue.ts'
import { eventRoutes } from './event-routes.ts'
import { projectFeedbackRoutes } from './project-feedback-routes.ts'
import { findNamedIssue } from './find-named-issue.ts'
import { issueParams } from './issue-params.ts'
import { answerIssueList, countTabs } from './list-issues.ts'
import { regroupRoutes } from './regroup/routes.ts'

export function issueRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/issues',
      summary: 'A page of issues',
      query: contract.issueListQuery,
      answer: contract.issueList,
      handler: ({ query, now }) => answerIssueList(store, query, now),
    }),

    defineRoute({
      method: 'get',
      path: '/issues/counts',
      summary: 'How many issues each tab shows',
      query: contract.issueCountsQuery,
      answer: contract.issueCounts,
      handler: ({ query, now }) => store.query(countTabs, { project: query.project, now }),
    }),

    defineRoute({
      method: 'get',
      path: '/issues/:id',
      summary: 'Everything about an issue but its events',
      params: issueParams,
      answer: contract.issueDetail,
      handler: ({ params, now }) => store.query(describeNamedIssue, { name: params.id, now }),
    }),

    defineRoute({
      method: 'post',
      path: '/issues/:id/commands',
      summary: 'Resolve, archive or reopen an issue',
      params: issueParams,
      body: contract.issueCommand,
      answer: contract.issueDetail,
      handler: async ({ params, body, actor, now }) => {
        const { key } = await findNamedIssue(reader, params.id)
        await store.write(commandIssue, { key, command: body.kind, actor: actor.name, now })
        return describeIssue(reader, params.id, now)
      },
    }),

    ...regroupRoutes(store),
    ...eventRoutes(store),
    ...projectFeedbackRoutes(store),
  ]
}
