import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { aProject } from '../testing/fake-api.ts'
import { aRefusal } from '../testing/project-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

it('leads from a new project to its DSN', async () => {
  const createProject = vi.fn(() => Promise.resolve(aProject()))
  const { user, url } = renderApp('/projects/new', { createProject })
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Shop{Enter}')
  await waitFor(() => expect(url()).toBe('/projects/shop/setup'))
  expect(await screen.findByText(aProject().dsn)).toBeVisible()
})

it('fills the DSN into the snippet of each platform, and keeps the platform in the URL', async () => {
  const { user, url } = renderApp('/projects/shop/setup')
  await user.click(await screen.findByRole('radio', { name: 'Express' }))
  expect(await screen.findByText(/app\.use\(errorView\(\)\)/)).toBeVisible()
  expect(screen.getByText(/Mishap\.init/)).toHaveTextContent(`Mishap.init({ dsn: '${aProject().dsn}' })`)
  expect(url()).toBe('/projects/shop/setup?platform=express')
})

it('turns from waiting to a link to the issue by itself', async () => {
  const projects = vi.fn(() => Promise.resolve({ items: [aProject()] }))
  projects.mockResolvedValueOnce({ items: [aProject({ firstEventAt: null })] })
  renderApp('/projects/shop/setup', { projects })
  expect(await screen.findByText('Waiting for the first event…')).toBeVisible()
  const link = await screen.findByRole('link', { name: 'View issue' }, { timeout: 4_000 })
  expect(link).toHaveAttribute('href', '/issues/SHOP-1')
})

it('tells who waits what the server refused just now, what to check, and where to see it all', async () => {
  const { user } = renderApp('/projects/shop/setup', {
    projects: () => Promise.resolve({ items: [aProject({ firstEventAt: null })] }),
    refusals: () =>
      Promise.resolve({
        items: [
          aRefusal({ at: new Date().toISOString(), detail: 'The key is not of this server.' }),
          aRefusal({ id: '2', at: '2020-01-01T00:00:00.000Z', detail: 'Long ago.' }),
        ],
      }),
  })
  await user.click(await screen.findByText('Not arriving?'))
  const refused = await screen.findByRole('region', { name: 'Refused in the last 10 minutes' })
  expect(within(refused).getByText(/The key is not of this server\./)).toBeVisible()
  expect(screen.queryByText(/Long ago/)).toBeNull()
  expect(screen.getByRole('heading', { name: 'Is it this DSN?' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'What happened to my events?' })).toHaveAttribute(
    'href',
    '/projects/shop/events',
  )
})
