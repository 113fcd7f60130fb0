import type * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { problem } from '../contract/index.ts'
import { download } from './download.ts'
import type { Route } from './route.ts'

type Document = ReturnType<typeof createDocument>

/** The OpenAPI document of exactly the routes that are mounted. */
export function describeApi(routes: readonly Route[], version: string): Document {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Mishap', version },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'mishap_session' },
      },
    },
    paths: paths satisfies ZodOpenApiPathsObject,
  })
}

function describeRoute({
  summary,
  access,
  status,
  params,
  query,
  body,
  answer,
}: Route): ZodOpenApiOperationObject {
  return {
    summary,
    ...(access === 'open' && { security: [] }),
    requestParams: { ...(params && { path: asObject(params) }), ...(query && { query: asObject(query) }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: { description: 'Done.', content: { [mediaTypeOf(answer)]: { schema: answer } } },
      default: { description: 'What went wrong.', content: { 'application/json': { schema: problem } } },
    },
  }
}

function mediaTypeOf(answer: z.ZodType): string {
  return answer === download ? 'application/octet-stream' : 'application/json'
}

/** Parameters are objects of their names; a route's type says only that they are schemas. */
function asObject(schema: z.ZodType): z.ZodObject {
  return schema as z.ZodObject
}
