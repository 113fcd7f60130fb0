import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError } from '../lib/api.ts'
import { aProject } from '../testing/fake-api.ts'
import { anOutcome, aRefusal, someOutcomes } from '../testing/project-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const mixed = someOutcomes({
  rows: [
    anOutcome({ quantity: 90 }),
    anOutcome({ outcome: 'filtered', reason: 'localhost', quantity: 8 }),
    anOutcome({ outcome: 'limited', reason: 'key_per_minute', category: 'session', quantity: 2 }),
  ],
  hours: [
    { start: '2026-11-23T08:00:00.000Z', outcome: 'accepted', quantity: 90 },
    { start: '2026-11-23T08:00:00.000Z', outcome: 'filtered', quantity: 8 },
    { start: '2026-11-23T09:00:00.000Z', outcome: 'limited', quantity: 2 },
  ],
})
const answer = () => Promise.resolve(mixed)

function cells() {
  const table = screen.getByRole('region', { name: 'Outcomes in detail' })
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    )
}

it('sums up in a sentence what became of everything, and what most of the rest met with', async () => {
  renderApp('/projects/shop/events', { outcomes: answer })
  expect(
    await screen.findByText(
      '90 of 100 things that arrived in the last 24 hours were accepted. Most of the rest: 8 filtered, from localhost.',
    ),
  ).toBeVisible()
  expect(document.title).toBe('Events of Shop · Mishap')
})

it('says what each outcome means, and what to do about those that happened', async () => {
  renderApp('/projects/shop/events', { outcomes: answer })
  expect(await screen.findByText(/dropped by an inbound filter/)).toBeVisible()
  expect(screen.getByText(/Loosen the filter/)).toBeVisible()
  expect(screen.getByText(/It never left the program/)).toBeVisible()
  expect(screen.queryByText(/Look at the reasons: sampling/)).toBeNull()
})

it('describes the chart in words and numbers', async () => {
  renderApp('/projects/shop/events', { outcomes: answer })
  expect(
    await screen.findByRole('img', { name: /^90 accepted, 8 filtered, 2 limited in the last 24 hours/ }),
  ).toBeVisible()
  const table = screen.getByRole('region', { name: 'Over time, as a table', hidden: true })
  expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(3)
})

it('asks for the range that stands in the URL', async () => {
  const outcomes = vi.fn(answer)
  const { user, url } = renderApp('/projects/shop/events?range=7d', { outcomes })
  await screen.findByText(/in the last 7 days were accepted/)
  expect(outcomes).toHaveBeenCalledWith('shop', 168)
  await user.click(screen.getByRole('link', { name: '30 d, the last 30 days' }))
  await waitFor(() => expect(outcomes).toHaveBeenLastCalledWith('shop', 720))
  expect(url()).toBe('/projects/shop/events?range=30d')
})

it('shows one outcome alone, in rows and refusals, and keeps the choice in the URL', async () => {
  const refusals = [aRefusal(), aRefusal({ id: '2', outcome: 'limited', detail: 'Too many.' })]
  const { user, url } = renderApp('/projects/shop/events', {
    outcomes: answer,
    refusals: () => Promise.resolve({ items: refusals }),
  })
  await user.click(await screen.findByRole('link', { name: /^Limited/ }))
  await waitFor(() => expect(url()).toBe('/projects/shop/events?outcome=limited'))
  expect(cells()).toEqual([['Limited', 'over the limit of the key, per minute', '2']])
  expect(screen.getByText('Too many.')).toBeVisible()
  expect(screen.queryByText('The body is not JSON.')).toBeNull()
})

it('groups the numbers by what is chosen', async () => {
  const { user, url } = renderApp('/projects/shop/events', { outcomes: answer })
  await user.selectOptions(await screen.findByRole('combobox', { name: /By/ }), 'category')
  await waitFor(() => expect(url()).toBe('/projects/shop/events?by=category'))
  expect(cells()).toEqual([
    ['Accepted', 'error', '90'],
    ['Filtered', 'error', '8'],
    ['Limited', 'session', '2'],
  ])
})

it('shows the last refusals with their sentence, and the headers when asked', async () => {
  const refusal = aRefusal({ sdk: 'sentry.python/2.68.0', headers: { 'content-encoding': 'snappy' } })
  const { user } = renderApp('/projects/shop/events', {
    outcomes: answer,
    refusals: () => Promise.resolve({ items: [refusal] }),
  })
  expect(await screen.findByText('The body is not JSON.')).toBeVisible()
  expect(screen.getByText('sentry.python/2.68.0')).toBeVisible()
  expect(screen.getByText('snappy')).not.toBeVisible()
  await user.click(screen.getByText('Headers of the request'))
  expect(screen.getByText('snappy')).toBeVisible()
})

it('folds refusals that say the same of the same sender, with their number, and shows all when asked', async () => {
  const same = Array.from({ length: 10 }, (_, index) => aRefusal({ id: `same ${index}` }))
  const items = [...same, aRefusal({ id: 'other', sdk: 'sentry.python/2.68.0' })]
  const { user } = renderApp('/projects/shop/events', { refusals: () => Promise.resolve({ items }) })
  expect(await screen.findByText('10 times')).toBeVisible()
  expect(screen.getAllByText('The body is not JSON.')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Show all 10' }))
  expect(screen.getAllByText('The body is not JSON.')).toHaveLength(11)
})

it('offers what to check, and compares the DSN, where nothing arrived at all', async () => {
  const { user } = renderApp('/projects/shop/events')
  expect(await screen.findByRole('heading', { name: 'Nothing arrived in the last 24 hours' })).toBeVisible()
  expect(await screen.findByText(aProject().dsn)).toBeVisible()
  const input = screen.getByRole('textbox', { name: /Paste the DSN/ })
  await user.type(input, aProject().dsn.replace(/1$/, '2'))
  expect(screen.getByText(/It names project 2, this is project 1/)).toBeVisible()
  await user.clear(input)
  await user.type(input, aProject().dsn)
  expect(screen.getByText(/It is the same DSN/)).toBeVisible()
})

it('says why it could not be loaded, and tries again', async () => {
  const outcomes = vi.fn(answer)
  outcomes.mockRejectedValueOnce(new ApiError('unavailable', 'The store is full.'))
  const { user } = renderApp('/projects/shop/events', { outcomes })
  const failure = await screen.findByRole('alert')
  expect(failure).toHaveTextContent('The store is full.')
  await user.click(within(failure).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/90 of 100 things/)).toBeVisible()
})

it('leads from the list of projects and between the pages of a project', async () => {
  const { user, url } = renderApp('/projects')
  await user.click(await screen.findByRole('link', { name: 'Events' }))
  await screen.findByRole('heading', { name: 'What happened to my events?' })
  const pages = within(screen.getByRole('navigation', { name: 'Project' }))
  expect(pages.getByRole('link', { name: 'Events' })).toHaveAttribute('aria-current', 'page')
  for (const [name, path] of [
    ['Releases', '/projects/shop/releases'],
    ['Settings', '/projects/shop/settings'],
    ['Set-up', '/projects/shop/setup'],
  ] as const) {
    await user.click(screen.getByRole('link', { name }))
    await waitFor(() => expect(url()).toBe(path))
  }
})

it('says that there is no such project', async () => {
  renderApp('/projects/nowhere/events')
  expect(await screen.findByRole('heading', { name: 'There is no project "nowhere"' })).toBeVisible()
})
