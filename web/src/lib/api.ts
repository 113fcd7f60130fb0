import type {
  DsnKey,
  DsnKeyList,
  EventDetail,
  EventList,
  FeedbackList,
  Fingerprint,
  GroupingRules,
  GroupingRulesErrors,
  GroupingRun,
  Health,
  IssueCommand,
  IssueComparison,
  IssueCounts,
  IssueDetail,
  IssueList,
  IssueListQuery,
  MergeSuggestion,
  NewProject,
  Outcomes,
  Problem,
  Project,
  ProjectFeedbackList,
  RefusalList,
  Regrouping,
  ReleaseList,
  Session,
  Setup,
  SettingsChange,
  SignIn,
  VersionedSettings,
} from '../../../server/src/contract/index.ts'

export type * from '../../../server/src/contract/index.ts'

/** A refusal of the server, or no answer at all; `message` is a sentence for the person at the screen. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: Problem['code'] | 'offline'
  readonly fields: Record<string, string>

  constructor(code: Problem['code'] | 'offline', message: string, fields: Record<string, string> = {}) {
    super(message)
    this.code = code
    this.fields = fields
  }
}

/** Asking again would not help. */
export function isNotFound(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'not_found'
}

/** The server as the screens see it: the only place of the interface that speaks to it. */
export const api = {
  health: readHealth,
  session: () => request<Session>('GET', '/session'),
  setUp: (setup: Setup) => request<Session>('POST', '/setup', setup),
  signIn: (credentials: SignIn) => request<Session>('POST', '/session', credentials),
  signOut: () => request<Session>('DELETE', '/session'),
  projects: () => request<{ items: Project[] }>('GET', '/projects'),
  createProject: (project: NewProject) => request<Project>('POST', '/projects', project),
  projectSettings: (slug: string) => request<VersionedSettings>('GET', projectPath(slug, 'settings')),
  saveProjectSettings: (slug: string, settings: SettingsChange) =>
    request<VersionedSettings>('PUT', projectPath(slug, 'settings'), settings),
  dsnKeys: (slug: string) => request<DsnKeyList>('GET', projectPath(slug, 'keys')),
  createDsnKey: (slug: string) => request<DsnKey>('POST', projectPath(slug, 'keys')),
  changeDsnKey: (slug: string, key: string, status: DsnKey['status']) =>
    request<DsnKey>('POST', `${projectPath(slug, 'keys')}/${encodeURIComponent(key)}`, { status }),
  outcomes: (slug: string, hours: number) =>
    request<Outcomes>('GET', `${projectPath(slug, 'outcomes')}${queryString({ hours })}`),
  refusals: (slug: string) => request<RefusalList>('GET', projectPath(slug, 'refusals')),
  projectFeedback: (slug: string, cursor: string | undefined) =>
    request<ProjectFeedbackList>('GET', `${projectPath(slug, 'feedback')}${queryString({ cursor })}`),
  releases: (slug: string) => request<ReleaseList>('GET', projectPath(slug, 'releases')),
  issues: (query: IssueListQuery) => request<IssueList>('GET', `/issues${queryString(query)}`),
  issueCounts: (project: string | undefined) =>
    request<IssueCounts>('GET', `/issues/counts${queryString({ project })}`),
  issue: (id: string) => request<IssueDetail>('GET', issuePath(id)),
  event: (issueId: string, eventId: string) =>
    request<EventDetail>('GET', issuePath(issueId, 'events', eventId)),
  events: (issueId: string, cursor: string | undefined) =>
    request<EventList>('GET', `${issuePath(issueId, 'events')}${queryString({ cursor })}`),
  pinEvent: (issueId: string, eventId: string, pinned: boolean) =>
    request<EventDetail>('PUT', issuePath(issueId, 'events', eventId, 'pin'), { pinned }),
  feedback: (issueId: string) => request<FeedbackList>('GET', issuePath(issueId, 'feedback')),
  command: (issueId: string, kind: IssueCommand['kind']) =>
    request<IssueDetail>('POST', issuePath(issueId, 'commands'), { kind }),
  fingerprints: (issueId: string) =>
    request<{ items: Fingerprint[] }>('GET', issuePath(issueId, 'fingerprints')),
  changeFuse: (issueId: string, state: FuseState) =>
    request<{ items: Fingerprint[] }>('PUT', issuePath(issueId, 'fuse'), { state }),
  merge: (issueId: string, ids: string[]) =>
    request<Regrouping>('POST', issuePath(issueId, 'merge'), { ids }),
  unmerge: (issueId: string, fingerprints: number[]) =>
    request<Regrouping>('POST', issuePath(issueId, 'unmerge'), { fingerprints }),
  undoRegrouping: (slug: string, number: number) =>
    request<Regrouping>('POST', `${projectPath(slug, 'regroupings')}/${number}/undo`),
  comparison: (issueId: string, other: string) =>
    request<IssueComparison>('GET', `${issuePath(issueId, 'comparison')}${queryString({ with: other })}`),
  suggestions: (issueId: string) =>
    request<{ items: MergeSuggestion[] }>('GET', issuePath(issueId, 'suggestions')),
  answerSuggestion: (issueId: string, suggestionId: string, kind: 'accept' | 'dismiss') =>
    request<Regrouping | null>('POST', issuePath(issueId, 'suggestions', suggestionId), { kind }),
  groupingRules: (slug: string) => request<GroupingRules>('GET', projectPath(slug, 'grouping-rules')),
  checkGroupingRules: (slug: string, rules: string) =>
    request<GroupingRulesErrors>('POST', `${projectPath(slug, 'grouping-rules')}/check`, { rules }),
  groupingRuns: (slug: string) =>
    request<{ items: GroupingRun[] }>('GET', projectPath(slug, 'grouping-runs')),
  groupingRun: (slug: string, number: number) =>
    request<GroupingRun>('GET', `${projectPath(slug, 'grouping-runs')}/${number}`),
  startGroupingRun: (slug: string, run: RunRequest) =>
    request<GroupingRun>('POST', projectPath(slug, 'grouping-runs'), run),
  undoGroupingRun: (slug: string, number: number) =>
    request<GroupingRun>('POST', `${projectPath(slug, 'grouping-runs')}/${number}/undo`),
}

export type Api = typeof api

type FuseState = NonNullable<Fingerprint['fuse']>['state']
type RunRequest = Pick<GroupingRun, 'kind' | 'rules'> & Pick<GroupingRules, 'version'>

function issuePath(...parts: string[]): string {
  return `/issues/${parts.map(encodeURIComponent).join('/')}`
}

function projectPath(slug: string, part: string): string {
  return `/projects/${encodeURIComponent(slug)}/${part}`
}

/** A server that cannot do its work says so with 503, and that is an answer. */
async function readHealth(): Promise<Health> {
  const response = await reach('GET', '/health', undefined)
  if (!response.ok && response.status !== 503) throw await problemOf(response)
  return (await response.json()) as Health
}

async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await reach(method, path, body)
  if (!response.ok) throw await problemOf(response)
  // The server's schemas make this type true; they are checked there, against the same contract.
  return (await response.json()) as Answer
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    })
  } catch {
    throw new ApiError('offline', 'The server does not answer. Check the connection and try again.')
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  try {
    const { code, message, fields } = (await response.json()) as Problem
    return new ApiError(code, message, fields)
  } catch {
    return new ApiError('internal', `The server answered ${response.status} without a reason.`)
  }
}

function queryString(values: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') query.set(key, value)
    if (typeof value === 'number') query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
