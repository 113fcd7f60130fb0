import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type EventSummary } from '../lib/api.ts'
import { aLetGoEvent, anEvent, anIssue, aSummary } from '../testing/fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const [older, newer, latest] = ['b', 'c', 'd'].map((digit) => digit.repeat(32)) as [string, string, string]

function keptFor(payloadReason: EventSummary['payloadReason']) {
  return anEvent({}, { summary: aSummary({ payloadReason }) })
}

it('says of a let-go event why, shows what is left of it, and leads to those that are whole', async () => {
  const detail = { ...aLetGoEvent({ release: 'shop@1.4.2' }), oldestEventId: older, latestEventId: latest }
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(detail) })
  const note = within(await screen.findByRole('region', { name: 'Only a summary of this event is left' }))
  expect(note.getByText(/more whole events than its project keeps of one issue/)).toBeVisible()
  const hrefOf = (name: string) => note.getByRole('link', { name }).getAttribute('href')
  expect(hrefOf('Latest event')).toBe(`/issues/SHOP-1/events/${latest}`)
  expect(hrefOf('Oldest event')).toBe(`/issues/SHOP-1/events/${older}`)
  expect(hrefOf('How much is kept')).toBe('/projects/shop/settings#storage')
  expect(screen.getByText('shop@1.4.2')).toBeVisible()
  for (const name of ['Pin', 'Copy JSON']) expect(screen.queryByRole('button', { name })).toBeNull()
})

it.each([
  ['over_project_budget', /took more room than it allows/],
  ['too_old', /older than the project keeps whole events/],
] as const)('tells %s in a sentence', async (payloadReason, sentence) => {
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(aLetGoEvent({ payloadReason })) })
  expect(await screen.findByText(sentence)).toBeVisible()
})

it.each([
  ['first', 'Kept: first event of this issue'],
  ['regression', 'Kept: it brought this issue back'],
  ['pinned', 'Kept: pinned'],
] as const)('says of a whole event that it is kept as %s', async (payloadReason, note) => {
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(keptFor(payloadReason)) })
  expect(await screen.findByText(note)).toBeVisible()
})

it('leads from the latest event not to itself, should even that be let go', async () => {
  const detail = { ...aLetGoEvent({ payloadReason: 'too_old' }), oldestEventId: older }
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(detail) })
  expect(await screen.findByRole('link', { name: 'Oldest event' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Latest event' })).toBeNull()
})

it('pins the event with Shift+P, and takes the pin off with the button', async () => {
  let reason: EventSummary['payloadReason'] = 'sample'
  const event = () => Promise.resolve(keptFor(reason))
  const pinEvent = vi.fn((_issueId: string, _eventId: string, pinned: boolean) => {
    reason = pinned ? 'pinned' : 'sample'
    return event()
  })
  const { user } = renderApp('/issues/SHOP-1', { event, pinEvent })
  await screen.findByRole('button', { name: /^Pin/ })
  await user.keyboard('{Shift>}p{/Shift}')
  await user.click(await screen.findByRole('button', { name: /^Unpin/ }))
  expect(await screen.findByText('Kept: sample of this issue')).toBeVisible()
  const id = 'a'.repeat(32)
  expect(pinEvent.mock.calls).toEqual([
    ['SHOP-1', id, true],
    ['SHOP-1', id, false],
  ])
})

it('says beside the button why an event could not be pinned', async () => {
  const full = 'An issue has at most 100 pinned events. Unpin one of them first.'
  const pinEvent = () => Promise.reject(new ApiError('conflict', full))
  const { user } = renderApp('/issues/SHOP-1', { pinEvent })
  await user.click(await screen.findByRole('button', { name: /^Pin/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent(`Not pinned. ${full}`)
})

it('lists all events of an issue, and marks the pinned and those of which a summary is left', async () => {
  const items = [
    aSummary({ eventId: latest, user: 'ada@example.com', payloadReason: 'pinned' }),
    aSummary({ eventId: newer, isPayloadKept: false, payloadReason: 'too_old' }),
    aSummary({ eventId: older, payloadReason: 'first' }),
  ]
  const events = vi.fn(() => Promise.resolve({ items, nextCursor: null }))
  const { user, url } = renderApp(`/issues/SHOP-1/events/${latest}`, { events })
  const all = await screen.findByRole('link', { name: 'All events' })
  expect(all).not.toHaveAttribute('aria-current')
  await user.click(all)
  const list = await screen.findByRole('list', { name: 'Events, newest first' })
  const [pinned, letGo, first] = within(list).getAllByRole('listitem')
  expect(pinned).toHaveTextContent(/user ada@example\.comPinned$/)
  expect(letGo).toHaveTextContent(/Summary only$/)
  expect(first).not.toHaveTextContent(/Pinned|Summary/)
  expect(events).toHaveBeenCalledWith('SHOP-1', undefined)
  await user.click(within(letGo ?? list).getByRole('link'))
  await waitFor(() => expect(url()).toBe(`/issues/SHOP-1/events/${newer}`))
})

it('goes through the events page by page, and back', async () => {
  const events = (_issueId: string, cursor = 'first') =>
    Promise.resolve({
      items: [aSummary({ title: `page ${cursor}` })],
      nextCursor: cursor === 'first' ? 'b' : null,
    })
  const { user, url } = renderApp('/issues/SHOP-1/events', { events })
  await screen.findByText('page first')
  await user.click(screen.getByRole('link', { name: 'Older' }))
  await screen.findByText('page b')
  expect(url()).toBe('/issues/SHOP-1/events?cursor=b')
  expect(screen.queryByRole('link', { name: 'Older' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Newer' }))
  await screen.findByText('page first')
})

it('says that there is no such issue where its events are asked for', async () => {
  const events = () => Promise.reject(new ApiError('not_found', 'There is no issue SHOP-ZZ.'))
  renderApp('/issues/SHOP-ZZ/events', { events, issue: () => Promise.resolve(anIssue()) })
  expect(await screen.findByRole('heading', { name: 'There is no issue "SHOP-ZZ"', level: 1 })).toBeVisible()
})
