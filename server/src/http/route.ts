import type { Request, RequestHandler, Response, Router } from 'express'
import * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import { Download, sendDownload } from './download.ts'
import { readJsonBody } from './json-body.ts'
import { parse } from './parse.ts'
import { originOf } from './origin.ts'

/** Who asks: a person by session, or an API token. */
export interface Actor {
  id: string
  name: string
}

/** What a route that is open to all gets. `request` and `response` are for session cookies alone. */
export interface OpenContext<P, Q, B> {
  params: P
  query: Q
  body: B
  now: number
  /** The origin for links and DSNs: the public URL, else the one that this request came to. */
  origin: string
  request: Request
  response: Response
}

export interface RouteContext<P, Q, B> extends OpenContext<P, Q, B> {
  actor: Actor
}

/** What all routes need from the rest of the server. */
export interface Surroundings {
  /** Resolves to undefined without credentials; rejects with `forbidden` for an unknown token. */
  authenticate(request: Request): Promise<Actor | undefined>
  now(): number
  publicUrl: string | undefined
}

export type RouteMethod = 'get' | 'post' | 'put' | 'delete'

/** One finished route: enough to mount it and to describe it. */
export interface Route {
  readonly method: RouteMethod
  readonly path: string
  readonly summary: string
  readonly access: 'open' | 'signed-in'
  readonly status: 200 | 201
  readonly params: z.ZodType | undefined
  readonly query: z.ZodType | undefined
  readonly body: z.ZodType | undefined
  readonly answer: z.ZodType
  readonly limits: readonly RequestHandler[]
  run(request: Request, response: Response, surroundings: Surroundings): Promise<unknown>
}

interface Shape<P, Q, B, A> {
  method: RouteMethod
  /** Below `/api/v1`, in Express' notation: `/issues/:id`. */
  path: string
  summary: string
  /** What a success is answered with; 200 when left out. */
  status?: 201
  /** Run first and may refuse. */
  limits?: readonly RequestHandler[]
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  answer: z.ZodType<A>
}

interface SignedInRoute<P, Q, B, A> extends Shape<P, Q, B, A> {
  access?: 'signed-in'
  handler: (context: RouteContext<P, Q, B>) => Promise<NoInfer<A>>
}

interface OpenRoute<P, Q, B, A> extends Shape<P, Q, B, A> {
  access: 'open'
  handler: (context: OpenContext<P, Q, B>) => Promise<NoInfer<A>>
}

const nothing = z.strictObject({})
type Nothing = z.output<typeof nothing>

/** Describes a route: its schemas check each request, type its handler and become its OpenAPI entry. */
export function defineRoute<A, P = Nothing, Q = Nothing, B = undefined>(
  route: SignedInRoute<P, Q, B, A> | OpenRoute<P, Q, B, A>,
): Route {
  const { method, path, summary, access = 'signed-in', status = 200, limits = [] } = route
  const { params, query, body, answer } = route
  function read(request: Request, response: Response, surroundings: Surroundings) {
    return {
      params: parse(params ?? nothing, request.params, 'path') as P,
      query: parse(query ?? nothing, request.query, 'query') as Q,
      body: (body && parse(body, request.body, 'body')) as B,
      now: surroundings.now(),
      origin: originOf(request, surroundings.publicUrl),
      request,
      response,
    }
  }
  async function run(request: Request, response: Response, surroundings: Surroundings): Promise<unknown> {
    if (route.access === 'open') return route.handler(read(request, response, surroundings))
    const actor = await surroundings.authenticate(request)
    if (!actor) throw new AppError('unauthorized', 'Sign in, or send an API token as a bearer token.')
    return route.handler({ ...read(request, response, surroundings), actor })
  }
  return { method, path, summary, access, status, params, query, body, answer, limits, run }
}

export function mountRoutes(router: Router, routes: readonly Route[], surroundings: Surroundings): void {
  const readBody = readJsonBody()
  for (const route of routes) {
    router[route.method](
      route.path,
      ...(route.body ? [readBody] : []),
      ...route.limits,
      async (request, response) => {
        const answer = await route.run(request, response, surroundings)
        if (answer instanceof Download) sendDownload(response, answer)
        else response.status(response.statusCode === 200 ? route.status : response.statusCode).json(answer)
      },
    )
  }
}
