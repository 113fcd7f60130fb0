import * as contract from '../contract/index.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { addProject } from './create-project.ts'
import { keyRoutes } from './key-routes.ts'
import { oneProjectRoutes } from './one-project-routes.ts'
import { groupingRulesRoutes } from './grouping-rules-routes.ts'
import { getProject, listProjects } from './read-projects.ts'

export function projectRoutes(store: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/projects',
      summary: 'All projects, by name',
      answer: contract.projectList,
      handler: async ({ origin }) => ({ items: await listProjects(store.reader, origin) }),
    }),

    defineRoute({
      method: 'post',
      path: '/projects',
      summary: 'Create a project with its first DSN key',
      body: contract.newProject,
      status: 201,
      answer: contract.project,
      handler: async ({ body, now, origin }) => {
        const id = await addProject(store, body, now)
        return getProject(store.reader, id, origin)
      },
    }),

    ...oneProjectRoutes(store),
    ...keyRoutes(store),
    ...groupingRulesRoutes(store),
  ]
}
