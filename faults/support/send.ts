import { request, type Agent } from 'node:http'
import type { FaultProject } from './project.ts'

/** What became of a request. `lost`: the connection ended before the answer. */
export type Reply =
  | { kind: 'answer'; status: number; retryAfter: string | undefined; body: string }
  | { kind: 'lost'; why: string }

export interface Target {
  origin: string
  project: FaultProject
  agent: Agent
}

/** Sends one envelope and waits for the answer, however long it takes. Never rejects. */
export function send({ origin, project, agent }: Target, body: Buffer): Promise<Reply> {
  return new Promise((resolve) => {
    const lost = (error: Error): void => resolve({ kind: 'lost', why: error.message })
    const outgoing = request(
      `${origin}/api/${project.id}/envelope/?sentry_key=${project.key}`,
      { method: 'POST', agent, headers: { 'content-length': body.length } },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.once('error', lost)
        incoming.once('end', () =>
          resolve({
            kind: 'answer',
            status: incoming.statusCode ?? 0,
            retryAfter: incoming.headers['retry-after'],
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    outgoing.once('error', lost)
    outgoing.end(body)
  })
}
