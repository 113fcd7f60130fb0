import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { anEvent, anIssue } from '../testing/fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const older = 'b'.repeat(32)
const newer = 'c'.repeat(32)

const frames = [
  { function: 'dispatch', filename: 'node_modules/express/route.js', in_app: false },
  {
    function: 'total',
    filename: 'src/cart.ts',
    lineno: 7,
    in_app: true,
    pre_context: ['let sum = 0'],
    context_line: 'sum += item.price',
  },
]

const chained = anEvent({
  exception: {
    values: [
      { type: 'ApiError', value: 'no body' },
      { type: 'TypeError', value: 'price is missing', stacktrace: { frames } },
    ],
  },
})

it('shows the captured exception first and then what caused it', async () => {
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(chained) })
  const titles = await screen.findAllByRole('heading', { level: 3 })
  expect(titles.map((title) => title.textContent)).toEqual(['TypeError', 'caused by ApiError'])
})

it('opens the last frame of the application at its line, and folds the library’s', async () => {
  const { user } = renderApp('/issues/SHOP-1', { event: () => Promise.resolve(chained) })
  expect(await screen.findByText('sum += item.price')).toBeVisible()
  expect(screen.queryByText('dispatch')).toBeNull()
  await user.click(screen.getByRole('button', { name: /1 library frame/ }))
  expect(screen.getByText('dispatch')).toBeVisible()
})

it('walks to the older and the newer event with h and l, each at its URL', async () => {
  const event = vi.fn(() =>
    Promise.resolve(anEvent({}, { olderEventId: older, newerEventId: newer, latestEventId: newer })),
  )
  const { user, url } = renderApp('/issues/SHOP-1', { event })
  await screen.findByRole('link', { name: '‹ Older' })
  await user.keyboard('h')
  await waitFor(() => expect(url()).toBe(`/issues/SHOP-1/events/${older}`))
  await user.keyboard('l')
  await waitFor(() => expect(url()).toBe(`/issues/SHOP-1/events/${newer}`))
})

it('keeps what an event says as text, and follows only web addresses', async () => {
  const extra = { script: 'javascript:alert(1)', page: 'https://shop.example/', html: '<b>bold</b>' }
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(anEvent({ extra })) })
  const link = await screen.findByRole('link', { name: 'https://shop.example/' })
  expect(link).toHaveAttribute('rel', expect.stringContaining('noopener noreferrer'))
  expect(screen.queryByRole('link', { name: 'javascript:alert(1)' })).toBeNull()
  expect(screen.getByText('<b>bold</b>')).toBeVisible()
})

it('ends the breadcrumbs with the exception, newest first', async () => {
  const values = [
    { timestamp: '2026-11-23T09:59:58.000Z', category: 'navigation', data: { from: '/a', to: '/b' } },
    {
      timestamp: '2026-11-23T09:59:59.500Z',
      category: 'fetch',
      data: { method: 'GET', url: '/p', status_code: 204 },
    },
  ]
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(anEvent({ breadcrumbs: { values } })) })
  const region = await screen.findByRole('region', { name: 'Breadcrumbs' })
  const said = within(region)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
  expect(said).toEqual([
    'exceptionTypeError: price is missingerror0.0 s',
    'fetchGET /p → 204−0.5 s',
    'navigation/a → /b−2.0 s',
  ])
})

it('resolves with r before the server answers, and offers to reopen', async () => {
  const command = vi.fn(() => new Promise<never>(() => {}))
  const { user } = renderApp('/issues/SHOP-1', { command })
  await screen.findByRole('button', { name: /Resolve/ })
  await user.keyboard('r')
  expect(await screen.findByRole('button', { name: 'Reopen' })).toBeVisible()
  expect(command).toHaveBeenCalledWith('1-1', 'resolve')
})

it('tells why its events are together', async () => {
  const parts = [{ name: 'site', value: 'src/cart#total', reason: 'Where it broke.' }]
  const fingerprint = { hash: 'ff', version: 1, tier: 'site', parts, createdAt: '2026-11-20T10:00:00.000Z' }
  renderApp('/issues/SHOP-1', {
    issue: () => Promise.resolve(anIssue()),
    fingerprints: () => Promise.resolve({ items: [fingerprint] }),
  })
  expect(await screen.findByText('src/cart#total')).toBeVisible()
  expect(screen.getByText('Where it broke.')).toBeVisible()
})
