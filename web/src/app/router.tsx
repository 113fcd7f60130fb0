import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { SetupPage } from '../features/accounts/setup-page.tsx'
import { SignInPage } from '../features/accounts/sign-in-page.tsx'
import { IssueListPage } from '../features/issues/issue-list-page.tsx'
import { readListState } from '../features/issues/list-state.ts'
import { NewProjectPage } from '../features/projects/new-project-page.tsx'
import { ProjectListPage } from '../features/projects/project-list-page.tsx'
import { Gate } from './gate.tsx'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ notFoundComponent: NotFound })

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: () => <SetupPage token={setup.useSearch().token} />,
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage })

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
const issue = createRoute({ getParentRoute: () => inside, path: '/issues/$issueId', component: issuePage })
const issueEvent = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId/events/$eventId',
  component: issuePage,
})

const projects = createRoute({ getParentRoute: () => inside, path: '/projects', component: ProjectListPage })
const newProject = createRoute({
  getParentRoute: () => inside,
  path: '/projects/new',
  component: NewProjectPage,
})
const projectSetup = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$slug/setup',
  validateSearch: (search: Record<string, unknown>): { platform?: string } =>
    typeof search['platform'] === 'string' ? { platform: search['platform'] } : {},
  component: lazyRouteComponent(() => import('./project-setup-route.tsx'), 'ProjectSetupRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    setup,
    signIn,
    inside.addChildren([home, issues, issue, issueEvent, projects, newProject, projectSetup]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
