import * as contract from '../../contract/index.ts'
import { defineRoute, type Route } from '../../http/route.ts'
import type { Store } from '../../store/store.ts'
import { findNamedIssue } from '../find-named-issue.ts'
import { issueParams } from '../issue-params.ts'
import { answerFingerprints } from '../list-fingerprints.ts'
import { compareIssues } from './compare-issues.ts'
import { setFuse } from './set-fuse.ts'

/** Why events are together, and why they are not. */
export function fingerprintRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/issues/:id/fingerprints',
      summary: 'Why events belong to an issue',
      params: issueParams,
      answer: contract.fingerprintList,
      handler: ({ params }) => answerFingerprints(reader, params.id),
    }),

    defineRoute({
      method: 'put',
      path: '/issues/:id/fuse',
      summary: 'Whether further messages of an issue’s code paths join it',
      params: issueParams,
      body: contract.fuseChange,
      answer: contract.fingerprintList,
      handler: async ({ params, body }) => {
        const { projectId } = (await findNamedIssue(reader, params.id)).key
        await store.write(setFuse, { projectId, of: params.id, state: body.state })
        return answerFingerprints(reader, params.id)
      },
    }),

    defineRoute({
      method: 'get',
      path: '/issues/:id/comparison',
      summary: 'Why two issues are not one',
      params: issueParams,
      query: contract.comparisonQuery,
      answer: contract.comparison,
      handler: ({ params, query }) => compareIssues(reader, params.id, query.with),
    }),
  ]
}
