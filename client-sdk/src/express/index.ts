export { errorView, type ErrorViewOptions } from './error-view.ts'
export { type ErrorPage } from './error-page.ts'
export { requestContext } from './request-context.ts'
