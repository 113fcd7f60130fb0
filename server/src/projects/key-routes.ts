import * as z from 'zod'
import * as contract from '../contract/index.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { findProject } from '../store/find-project.ts'
import { addKey, changeKey, getKey, listKeys } from './keys.ts'

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })
const keyParams = projectParams.extend({ key: z.string() })

/** The DSN keys of a project. None is ever deleted: what came under it must stay explained. */
export function keyRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/projects/:project/keys',
      summary: 'The DSN keys of a project, oldest first',
      params: projectParams,
      answer: contract.dsnKeyList,
      handler: async ({ params, origin }) => ({
        items: await listKeys(reader, await findProject(reader, params.project), origin),
      }),
    }),

    defineRoute({
      method: 'post',
      path: '/projects/:project/keys',
      summary: 'Create a DSN key',
      params: projectParams,
      status: 201,
      answer: contract.dsnKey,
      handler: async ({ params, now, origin }) => {
        const projectId = await findProject(reader, params.project)
        const publicKey = await addKey(store, projectId, now)
        return getKey(reader, { projectId, publicKey }, origin)
      },
    }),

    defineRoute({
      method: 'post',
      path: '/projects/:project/keys/:key',
      summary: 'Disable or enable a DSN key',
      params: keyParams,
      body: contract.dsnKeyChange,
      answer: contract.dsnKey,
      handler: async ({ params, body, origin }) => {
        const projectId = await findProject(reader, params.project)
        const named = { projectId, publicKey: params.key }
        await store.write(changeKey, { ...named, status: body.status })
        return getKey(reader, named, origin)
      },
    }),
  ]
}
