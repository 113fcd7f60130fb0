import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { aRelease } from '../testing/project-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const releases = () =>
  Promise.resolve({
    items: [
      aRelease(),
      aRelease({ environment: 'staging', sessions: 3, crashed: 1, users: 0, crashedUsers: 0 }),
    ],
  })

it('shows how each release does in each environment', async () => {
  renderApp('/projects/shop/releases', { releases })
  const table = within(await screen.findByRole('region', { name: 'Releases' }))
  const rows = table.getAllByRole('row').slice(1)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toHaveTextContent(/shop@1\.4\.2production1,00099\.5 %20099\.5 %/)
  expect(rows[1]).toHaveTextContent(/staging366\.66 %0–No users were counted/)
  expect(document.title).toBe('Releases of Shop · Mishap')
})

it('shows one environment alone, and keeps the choice in the URL', async () => {
  const { user, url } = renderApp('/projects/shop/releases', { releases })
  await user.selectOptions(await screen.findByRole('combobox', { name: /Environment/ }), 'staging')
  await waitFor(() => expect(url()).toBe('/projects/shop/releases?environment=staging'))
  const table = within(screen.getByRole('region', { name: 'Releases' }))
  expect(table.getAllByRole('row')).toHaveLength(2)
})

it('says which setting sends sessions where there are none', async () => {
  renderApp('/projects/shop/releases')
  expect(await screen.findByRole('heading', { name: 'No release has reported sessions yet' })).toBeVisible()
  expect(screen.getByText(/release: 'shop@1\.4\.2'/)).toBeVisible()
})
