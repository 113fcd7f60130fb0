import type { EventDetail, EventList, IssueList, Outcomes } from '../../../server/src/contract/index.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Environment } from '../../support/mishap.ts'
import { createProject, type ProjectUnderTest } from '../../support/project.ts'
import type { HostileInput } from '../inputs/hostile-input.ts'

/** A real server with one project, and what its API says of it. */
export interface ServerUnderAttack {
  /** The status and the id that was given, if any. */
  send(input: HostileInput): Promise<{ status: number; id: string | undefined }>
  get<Answer>(path: string): Promise<Answer>
  /** The status and the text of an answer that may be a refusal. */
  ask(path: string): Promise<{ status: number; text: string }>
  issues(): Promise<IssueList['items']>
  /** Every event as the API shows it. */
  events(): Promise<EventDetail[]>
  outcomes(): Promise<Outcomes['rows']>
  isAlive(): boolean
  /** Answers with the exit code. */
  close(): Promise<number | null>
}

export async function startUnderAttack(env: Environment = {}): Promise<ServerUnderAttack> {
  const mishap = await startMishap(temporaryDataDir(), env)
  const project = createProject(mishap, 'attacked')
  const url = `${mishap.origin}/api/${project.id}/envelope/?sentry_key=${new URL(project.dsn).username}`
  const issues = (): Promise<IssueList['items']> => allPages(project, `/issues?project=${project.slug}`)
  return {
    async send({ body, headers = {} }) {
      const response = await fetch(url, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })
      const { id }: { id?: string } = await response.json()
      return { status: response.status, id }
    },
    get: project.get,
    async ask(path) {
      const authorization = `Bearer ${project.token}`
      const response = await fetch(`${mishap.origin}/api/v1${path}`, { headers: { authorization } })
      return { status: response.status, text: await response.text() }
    },
    issues,
    async events() {
      const details: EventDetail[] = []
      for (const { id } of await issues()) {
        const items: EventList['items'] = await allPages(project, `/issues/${id}/events?`)
        for (const { eventId } of items) details.push(await project.get(`/issues/${id}/events/${eventId}`))
      }
      return details
    },
    outcomes: async () => (await project.get<Outcomes>(`/projects/${project.slug}/outcomes`)).rows,
    isAlive: () => process.kill(mishap.pid, 0),
    async close() {
      const code = await mishap.end('SIGTERM')
      removeDataDir(mishap.dataDir)
      return code
    },
  }
}

async function allPages<Item>(project: ProjectUnderTest, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { items: Item[]; nextCursor: string | null } = await project.get(`${path}&limit=100${from}`)
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}
