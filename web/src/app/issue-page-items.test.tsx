import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type EventDetail } from '../lib/api.ts'
import { anEvent } from '../testing/fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const thisEvent = 'a'.repeat(32)
const otherEvent = 'b'.repeat(32)

function someFeedback(changes: Partial<EventDetail['feedback'][number]> = {}) {
  return {
    id: '1',
    eventId: thisEvent,
    at: '2026-11-23T10:05:00.000Z',
    name: 'Grace',
    email: 'grace@example.com',
    message: 'It broke when I paid.',
    url: null,
    removed: [],
    attachments: [],
    ...changes,
  }
}

it('offers attachments as downloads, and shows none of them', async () => {
  const picture = {
    id: '1',
    name: 'screen.png',
    contentType: 'image/png',
    kind: 'event.attachment',
    bytes: 20_480,
    removed: [],
    href: '/api/v1/attachments/1',
  }
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(anEvent({}, { attachments: [picture] })) })
  const link = await screen.findByRole('link', { name: 'Download screen.png' })
  expect(link).toHaveAttribute('href', '/api/v1/attachments/1')
  expect(link).toHaveAttribute('download', 'screen.png')
  expect(screen.getByText('File · 20 KB')).toBeVisible()
  expect(document.querySelector('img[src*="attachments"]')).toBeNull()
})

it('shows what people wrote about this event first, then about the others with the way to them', async () => {
  const own = someFeedback()
  const other = someFeedback({ id: '2', eventId: otherEvent, email: null, message: 'Me too.' })
  renderApp('/issues/SHOP-1', {
    event: () => Promise.resolve(anEvent({}, { feedback: [own] })),
    feedback: () => Promise.resolve({ items: [other, own] }),
  })
  expect(await screen.findByText('Me too.')).toBeVisible()
  expect(screen.getAllByText(/It broke|Me too/).map((item) => item.textContent)).toEqual([
    'It broke when I paid.',
    'Me too.',
  ])
  expect(screen.getByText('1 about this event, 2 in all')).toBeVisible()
  expect(screen.getByRole('link', { name: 'grace@example.com' })).toHaveAttribute(
    'href',
    'mailto:grace@example.com',
  )
  expect(screen.getByRole('link', { name: 'Event bbbbbbbb' })).toHaveAttribute(
    'href',
    `/issues/1-1/events/${otherEvent}`,
  )
})

it('offers the files of feedback beside it', async () => {
  const screenshot = {
    id: '1',
    name: 'screenshot.png',
    contentType: 'image/png',
    kind: 'event.attachment',
    bytes: 2_048,
    removed: [{ rule: '@token:filter', count: 1 }],
    href: '/api/v1/projects/1/feedback/1/attachments/1',
  }
  const own = someFeedback({ attachments: [screenshot] })
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve(anEvent({}, { feedback: [own] })) })
  const link = await screen.findByRole('link', { name: 'Download screenshot.png' })
  expect(link).toHaveAttribute('href', screenshot.href)
  expect(link.closest('li')?.closest('ul')?.closest('li')).toHaveTextContent('It broke when I paid.')
  expect(screen.getByText('1 value was removed: access token')).toBeVisible()
})

it('makes no link of an address that would say more than to whom', async () => {
  const email = 'grace@example.com?bcc=all@example.com'
  renderApp('/issues/SHOP-1', {
    event: () => Promise.resolve(anEvent({}, { feedback: [someFeedback({ email })] })),
  })
  expect(await screen.findByText(email)).toBeVisible()
  expect(screen.queryByRole('link', { name: email })).toBeNull()
})

it('keeps the feedback of the event on the screen when the rest cannot be loaded', async () => {
  const feedback = vi.fn(() => Promise.reject(new ApiError('unavailable', 'The store is full.')))
  const { user } = renderApp('/issues/SHOP-1', {
    event: () => Promise.resolve(anEvent({}, { feedback: [someFeedback()] })),
    feedback,
  })
  const failure = await screen.findByText(/The store is full/)
  expect(screen.getByText('It broke when I paid.')).toBeVisible()
  await user.click(within(failure).getByRole('button', { name: 'Try again' }))
  expect(feedback).toHaveBeenCalledTimes(2)
})

it('tells what a browser blocked, and each part of its report', async () => {
  const csp = {
    effective_directive: 'script-src',
    blocked_uri: 'https://evil.example/x.js',
    document_uri: 'https://shop.example/',
  }
  const detail = anEvent({ logentry: { formatted: 'Blocked script' } })
  const event = { ...detail.event, csp }
  renderApp('/issues/SHOP-1', { event: () => Promise.resolve({ ...detail, event }) })
  expect(
    await screen.findByText('The browser blocked https://evil.example/x.js: script-src does not allow it.'),
  ).toBeVisible()
  expect(screen.getByText('Content Security Policy')).toBeVisible()
  expect(screen.getByText('effective_directive')).toBeVisible()
})
