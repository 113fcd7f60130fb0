import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { App } from '../app/app.tsx'
import { createAppRouter } from '../app/router.tsx'
import type { Api } from '../lib/api.ts'
import { ApiContext } from '../lib/api-context.ts'
import { fakeApi } from './fake-api.ts'

/** Opens the interface at a URL, in front of a server in memory. */
export function renderApp(url: string, overrides: Partial<Api> = {}) {
  const router = createAppRouter(createMemoryHistory({ initialEntries: [url] }))
  render(
    <ApiContext value={fakeApi(overrides)}>
      <App nonce="" router={router} />
    </ApiContext>,
  )
  return { user: userEvent.setup(), url: () => router.state.location.href }
}
