import type {
  IssueList,
  Outcomes,
  Project,
  ProjectSettings,
  ReleaseList,
} from '../../../server/src/contract/index.ts'
import { removeDataDir, startMishap, temporaryDataDir } from '../../support/mishap.ts'
import { createProject } from '../../support/project.ts'
import { until } from '../../support/until.ts'
import type { WholeEvent } from '../../support/whole-event.ts'
import { startRecordingProxy, type Exchange, type Reply } from './recording-proxy.ts'

export type { Reply } from './recording-proxy.ts'

/** A real server, with a proxy before it that tells what clients sent and what they had in return. */
export interface Lab {
  /** Of the proxy. */
  origin: string
  createProject(name: string): Promise<ProjectInLab>
  close(): Promise<void>
}

/** A project of its own for each program, so that programs may run at the same time. */
export interface ProjectInLab {
  id: string
  /** Leads through the proxy. */
  dsn: string
  /** Not through the proxy. */
  envelopeUrl: string
  exchanges: Exchange[]
  replyInstead(reply: Reply): void
  get<Answer>(path: string): Promise<Answer>
  /** The issues, once there are as many events in all as given. */
  issuesAfter(events: number): Promise<IssueList['items']>
  /** The only issue with its latest event, once it is there. */
  soleIssue(): Promise<{ issue: IssueList['items'][number] } & WholeEvent>
  outcomes(): Promise<Outcomes['rows']>
  /** Once a session was counted that the condition holds for. */
  releaseWith(
    isExpected: (release: ReleaseList['items'][number]) => boolean,
  ): Promise<ReleaseList['items'][number]>
  limit(limits: Partial<ProjectSettings['limits']>): Promise<void>
}

export async function openLab(): Promise<Lab> {
  const mishap = await startMishap(temporaryDataDir())
  const proxy = await startRecordingProxy(mishap.origin)
  const { token } = createProject(mishap, 'lab')

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${mishap.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }

  let projects = 0
  return {
    origin: proxy.origin,
    async createProject(name) {
      projects += 1
      const { id, slug, dsn } = await call<Project>('POST', '/projects', { name: `${name} ${projects}` })
      const issues = `/issues?project=${slug}&limit=100`
      const project: ProjectInLab = {
        id,
        dsn: dsn.replace(new URL(mishap.origin).host, new URL(proxy.origin).host),
        envelopeUrl: `${mishap.origin}/api/${id}/envelope/?sentry_key=${new URL(dsn).username}`,
        exchanges: proxy.exchangesOf(id),
        replyInstead: (reply) => proxy.replyInstead(id, reply),
        get: (path) => call('GET', path),
        issuesAfter: (events) =>
          until(`${events} events in ${slug}`, async () => {
            const { items } = await call<IssueList>('GET', issues)
            const count = items.reduce((sum, issue) => sum + issue.count, 0)
            return count >= events ? items : undefined
          }),
        async soleIssue() {
          const [issue, ...others] = await project.issuesAfter(1)
          if (issue === undefined || others.length > 0) throw new Error(`${slug} has not one issue.`)
          return { issue, ...(await call<WholeEvent>('GET', `/issues/${issue.id}/events/latest`)) }
        },
        outcomes: async () => (await call<Outcomes>('GET', `/projects/${slug}/outcomes`)).rows,
        releaseWith: (isExpected) =>
          until(`a session of ${slug}`, async () => {
            const { items } = await call<ReleaseList>('GET', `/projects/${slug}/releases`)
            return items.find(isExpected)
          }),
        async limit(limits) {
          const settings = await call<ProjectSettings>('GET', `/projects/${slug}/settings`)
          await call('PUT', `/projects/${slug}/settings`, {
            ...settings,
            limits: { ...settings.limits, ...limits },
          })
        },
      }
      return project
    },
    async close() {
      await proxy.close()
      await mishap.end('SIGTERM')
      removeDataDir(mishap.dataDir)
    },
  }
}

/** How many items of a kind were taken and not kept. */
export async function notKept(project: ProjectInLab, category: RegExp): Promise<number> {
  const rows = await project.outcomes()
  return rows
    .filter((row) => row.outcome === 'not_kept' && category.test(row.category))
    .reduce((sum, row) => sum + row.quantity, 0)
}
