import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
  stringifySearchWith,
  type RouterHistory,
} from '@tanstack/react-router'
import { SetupPage } from '../features/accounts/setup-page.tsx'
import { SignInPage } from '../features/accounts/sign-in-page.tsx'
import { IssueListPage } from '../features/issues/issue-list-page.tsx'
import { readListState } from '../features/issues/list-state.ts'
import { readStackState, type StackState } from '../features/issues/page/stack-state.ts'
import { readEventsState } from '../features/projects/events/events-state.ts'
import { readGroupingState } from '../features/projects/grouping/grouping-state.ts'
import { NewProjectPage } from '../features/projects/new-project-page.tsx'
import { ProjectListPage } from '../features/projects/project-list-page.tsx'
import { Gate } from './gate.tsx'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ notFoundComponent: NotFound })

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: ({ token }: Record<string, unknown>): { token?: string | undefined } => ({
    token: textOf(token),
  }),
  component: () => <SetupPage token={setup.useSearch().token} />,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string | undefined } => ({
    next: isOwnPath(next) ? next : undefined,
  }),
  component: () => <SignInPage next={signIn.useSearch().next ?? '/issues'} />,
})

/** Never a way to another site: a browser reads `//` and `/\\` as one. */
function isOwnPath(text: unknown): text is string {
  return typeof text === 'string' && /^\/(?![/\\])/.test(text)
}

/** Everything that needs an account. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <Gate>
      <Shell />
    </Gate>
  ),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    // The router's own way to go elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/issues' })
  },
})

const issues = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  validateSearch: readListState,
  component: () => <IssueListPage state={issues.useSearch()} />,
})

const issuePage = lazyRouteComponent(() => import('./issue-route.tsx'), 'IssueRoute')
/** Every event of every issue is shown in the same way until that is changed. */
const issuePageSearch = {
  validateSearch: readStackState,
  search: { middlewares: [retainSearchParams<StackState>(['stack', 'order'])] },
}
const issue = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId',
  ...issuePageSearch,
  component: issuePage,
})
const issueEvent = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId/events/$eventId',
  ...issuePageSearch,
  component: issuePage,
})

const issueEvents = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId/events',
  validateSearch: ({ cursor }: Record<string, unknown>): { cursor?: string | undefined } => ({
    cursor: textOf(cursor),
  }),
  component: lazyRouteComponent(() => import('./issue-events-route.tsx'), 'IssueEventsRoute'),
})

const issueComparison = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId/compare',
  validateSearch: ({ with: other }: Record<string, unknown>): { with?: string | undefined } => ({
    with: textOf(other),
  }),
  component: lazyRouteComponent(() => import('./compare-route.tsx'), 'CompareRoute'),
})

const projects = createRoute({ getParentRoute: () => inside, path: '/projects', component: ProjectListPage })
const newProject = createRoute({
  getParentRoute: () => inside,
  path: '/projects/new',
  component: NewProjectPage,
})

/** What the pages of one project have in common. */
const project = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$slug',
  component: lazyRouteComponent(() => import('./project-route.tsx'), 'ProjectRoute'),
})
const projectSetup = createRoute({
  getParentRoute: () => project,
  path: '/setup',
  validateSearch: ({ platform }: Record<string, unknown>): { platform?: string | undefined } => ({
    platform: textOf(platform),
  }),
  component: lazyRouteComponent(() => import('./project-setup-route.tsx'), 'ProjectSetupRoute'),
})
const projectEvents = createRoute({
  getParentRoute: () => project,
  path: '/events',
  validateSearch: readEventsState,
  component: lazyRouteComponent(() => import('./project-events-route.tsx'), 'ProjectEventsRoute'),
})
const projectFeedback = createRoute({
  getParentRoute: () => project,
  path: '/feedback',
  validateSearch: ({ cursor }: Record<string, unknown>): { cursor?: string | undefined } => ({
    cursor: textOf(cursor),
  }),
  component: lazyRouteComponent(() => import('./project-feedback-route.tsx'), 'ProjectFeedbackRoute'),
})
const projectReleases = createRoute({
  getParentRoute: () => project,
  path: '/releases',
  validateSearch: ({ environment }: Record<string, unknown>): { environment?: string | undefined } => ({
    environment: textOf(environment),
  }),
  component: lazyRouteComponent(() => import('./project-releases-route.tsx'), 'ProjectReleasesRoute'),
})
const projectGrouping = createRoute({
  getParentRoute: () => project,
  path: '/grouping',
  validateSearch: readGroupingState,
  component: lazyRouteComponent(() => import('./project-grouping-route.tsx'), 'ProjectGroupingRoute'),
})
const projectSettings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  component: lazyRouteComponent(() => import('./project-settings-route.tsx'), 'ProjectSettingsRoute'),
})

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

const routeTree = root.addChildren([
  setup,
  signIn,
  inside.addChildren([
    home,
    issues,
    issue,
    issueEvent,
    issueEvents,
    issueComparison,
    projects,
    newProject,
    project.addChildren([
      projectSetup,
      projectEvents,
      projectFeedback,
      projectReleases,
      projectGrouping,
      projectSettings,
    ]),
  ]),
])

/** Tests walk through a history in memory. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    // All our parameters are texts: `?query=404` searches for a text, too.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: stringifySearchWith(String),
    ...(history !== undefined && { history }),
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
