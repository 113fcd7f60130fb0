import * as z from 'zod'
import * as contract from '../contract/index.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { describeOutcomes, describeRefusals } from './describe-outcomes.ts'
import { describeReleases } from './describe-releases.ts'
import { findProject } from '../store/find-project.ts'
import { describeSettings, saveSettings } from './settings.ts'

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })

/** What is asked of one project. */
export function oneProjectRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/projects/:project/settings',
      summary: 'What a project wants done with its events',
      params: projectParams,
      answer: contract.versionedSettings,
      handler: async ({ params }) => describeSettings(reader, await findProject(reader, params.project)),
    }),

    defineRoute({
      method: 'put',
      path: '/projects/:project/settings',
      summary: 'Change what a project wants done with its events',
      params: projectParams,
      body: contract.settingsChange,
      answer: contract.versionedSettings,
      handler: async ({ params, body }) =>
        saveSettings(store, await findProject(reader, params.project), body),
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/outcomes',
      summary: 'What became of everything that a project was sent',
      params: projectParams,
      query: contract.outcomesQuery,
      answer: contract.outcomes,
      handler: async ({ params, query, now }) =>
        describeOutcomes(reader, await findProject(reader, params.project), query.hours, now),
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/refusals',
      summary: 'The last of what was not kept, with the reasons',
      params: projectParams,
      answer: contract.refusalList,
      handler: async ({ params }) => describeRefusals(reader, await findProject(reader, params.project)),
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/releases',
      summary: 'How releases do, from the sessions of their users',
      params: projectParams,
      answer: contract.releaseList,
      handler: async ({ params }) => store.query(describeReleases, await findProject(reader, params.project)),
    }),
  ]
}
