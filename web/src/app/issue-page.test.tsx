import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError } from '../lib/api.ts'
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
    { timestamp: '2026-11-23T09:59:59.990Z', category: 'ui', message: 'click' },
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
    'uiclick0.0 s',
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

it('keeps in the URL how the stack is shown, from event to event', async () => {
  const event = () => Promise.resolve({ ...chained, olderEventId: older })
  const { user, url } = renderApp('/issues/SHOP-1?stack=all&order=oldest', { event })
  expect(await screen.findByText('dispatch')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Oldest first' })).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Raw' }))
  await waitFor(() => expect(url()).toBe('/issues/SHOP-1?stack=raw&order=oldest'))
  await user.keyboard('h')
  await waitFor(() => expect(url()).toBe(`/issues/SHOP-1/events/${older}?stack=raw&order=oldest`))
  await user.click(await screen.findByRole('radio', { name: 'App frames' }))
  await waitFor(() => expect(url()).toBe(`/issues/SHOP-1/events/${older}?order=oldest`))
})

it('remembers the order for pages whose URL does not say', async () => {
  const event = () => Promise.resolve(chained)
  const { user, url } = renderApp('/issues/SHOP-1', { event })
  await user.click(await screen.findByRole('button', { name: 'Newest first' }))
  await waitFor(() => expect(url()).toBe('/issues/SHOP-1?order=oldest'))
  cleanup()
  renderApp('/issues/SHOP-1', { event })
  expect(await screen.findByRole('button', { name: 'Oldest first' })).toBeVisible()
})

it('says that there is no such issue, and does not offer to try again', async () => {
  const refuse = () => Promise.reject(new ApiError('not_found', 'There is no issue SHOP-ZZ.'))
  renderApp('/issues/SHOP-ZZ', { issue: refuse, event: refuse })
  expect(await screen.findByRole('heading', { name: 'There is no issue "SHOP-ZZ"', level: 1 })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Show all issues' })).toHaveAttribute('href', '/issues')
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

it('leads from an event that is not there to the latest', async () => {
  const event = () => Promise.reject(new ApiError('not_found', 'There is no such event.'))
  renderApp(`/issues/SHOP-1/events/${older}`, { event })
  expect(await screen.findByRole('heading', { name: 'This issue has no such event' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Show the latest event' })).toHaveAttribute(
    'href',
    '/issues/SHOP-1',
  )
})

it('says that all events of an issue were too old, and leads to how long they are kept', async () => {
  const event = () => Promise.reject(new ApiError('not_found', 'The issue has no event.'))
  renderApp('/issues/SHOP-1', { event })
  expect(await screen.findByRole('heading', { name: 'No event of this issue is left' })).toBeVisible()
  const way = screen.getByRole('link', { name: 'How long events are kept' })
  expect(way).toHaveAttribute('href', '/projects/shop/settings#storage')
  expect(screen.queryByRole('link', { name: 'Show the latest event' })).toBeNull()
})

it('walks through the list that it was opened from with [ and ]', async () => {
  const items = ['SHOP-1', 'SHOP-2', 'SHOP-3'].map((shortId) => anIssue({ id: shortId, shortId }))
  const { user, url } = renderApp('/issues', { issues: () => Promise.resolve({ items, nextCursor: null }) })
  await screen.findAllByRole('listitem')
  await user.keyboard('jo')
  await waitFor(() => expect(url()).toBe('/issues/SHOP-2'))
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard(']]')
  await waitFor(() => expect(url()).toBe('/issues/SHOP-3'))
  await user.keyboard('[[')
  await waitFor(() => expect(url()).toBe('/issues/SHOP-2'))
  await user.keyboard('gi')
  await waitFor(() => expect(url()).toBe('/issues'))
})

it('copies the id with a point and the link with a comma', async () => {
  const { user } = renderApp('/issues/SHOP-1')
  await screen.findByRole('button', { name: 'Copy id' })
  await user.keyboard('.')
  expect(await screen.findByText('Copied SHOP-1')).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe('SHOP-1')
  await user.keyboard(',')
  expect(await screen.findByText('Copied the link')).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe(location.href)
})

it('folds a long value, where it stands and in the last breadcrumb, and shows it whole when asked', async () => {
  const value = `${'x'.repeat(8_191)}y`
  const breadcrumbs = { values: [] }
  const event = anEvent({ exception: { values: [{ type: 'E', value }] }, breadcrumbs })
  const { user } = renderApp('/issues/SHOP-1', { event: () => Promise.resolve(event) })
  const [first] = await screen.findAllByRole('button', { name: 'Show all 8,192 characters' })
  expect(screen.getByRole('region', { name: 'Breadcrumbs' }).textContent.length).toBeLessThan(1_000)
  expect(screen.queryByText(/xy/)).toBeNull()
  if (first) await user.click(first)
  expect(screen.getByText(/xy/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show less' }))
  expect(screen.queryByText(/xy/)).toBeNull()
})

it('says where frames were cut, and shows the rest of a long run when asked', async () => {
  const calls = Array.from({ length: 250 }, (_, index) => ({ function: `f${index}`, in_app: true }))
  const event = anEvent({
    exception: { values: [{ type: 'E', value: '', stacktrace: { frames: calls } }] },
    _meta: { exception: { values: { '0': { stacktrace: { frames: { '': { len: 400 } } } } } } },
  })
  const { user } = renderApp('/issues/SHOP-1', { event: () => Promise.resolve(event) })
  expect(await screen.findByText('150 frames were cut here')).toBeVisible()
  expect(screen.queryByText('f51')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show 180 more frames' }))
  expect(screen.getByText('f51')).toBeVisible()
})

it('invents no method for a request that names none', async () => {
  const event = anEvent({ request: { url: 'https://shop.example/cart' } })
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(event) })
  expect(await screen.findByText('/cart')).toBeVisible()
  expect(screen.queryByText(/GET/)).toBeNull()
})
