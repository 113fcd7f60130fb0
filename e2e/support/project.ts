import type { IssueDetail, IssueList } from '../../server/src/contract/index.ts'
import type { Mishap } from './mishap.ts'
import { until } from './until.ts'
import type { WholeEvent } from './whole-event.ts'

/** A project, and the API as a program sees it. */
export interface ProjectUnderTest {
  id: string
  slug: string
  dsn: string
  token: string
  get<Answer>(path: string): Promise<Answer>
  command(issueId: string, kind: 'resolve' | 'archive' | 'reopen'): Promise<IssueDetail>
  /** The issues, once there are as many events in all as given. */
  issuesAfter(events: number): Promise<IssueList['items']>
  latestEvent(issueId: string): Promise<WholeEvent>
}

export function createProject(mishap: Mishap, name: string): ProjectUnderTest {
  const { id, slug, dsn }: { id: string; slug: string; dsn: string } = JSON.parse(
    mishap.cli('project', 'create', name, '--json'),
  )
  const { token }: { token: string } = JSON.parse(
    mishap.cli('token', 'create', '--name', `test ${name}`, '--json'),
  )
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  async function get<Answer>(path: string): Promise<Answer> {
    const response = await fetch(`${mishap.origin}/api/v1${path}`, { headers })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  return {
    id,
    slug,
    dsn,
    token,
    get,
    async command(issueId, kind) {
      const init = { method: 'POST', headers, body: JSON.stringify({ kind }) }
      const response = await fetch(`${mishap.origin}/api/v1/issues/${issueId}/commands`, init)
      return (await response.json()) as IssueDetail
    },
    issuesAfter: (events) =>
      until(`${events} events in ${slug}`, async () => {
        const { items } = await get<IssueList>(`/issues?project=${slug}&limit=100`)
        const count = items.reduce((sum, issue) => sum + issue.count, 0)
        return count >= events ? items : undefined
      }),
    latestEvent: (issueId) => get<WholeEvent>(`/issues/${issueId}/events/latest`),
  }
}
