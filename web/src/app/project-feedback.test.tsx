import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { ProjectFeedbackList } from '../lib/api.ts'
import { renderApp } from '../testing/render-app.tsx'

type Item = ProjectFeedbackList['items'][number]

const eventId = 'a'.repeat(32)

function anItem(changes: Partial<Item> = {}): Item {
  return {
    id: '1',
    eventId: null,
    at: '2026-11-23T10:05:00.000Z',
    name: 'Grace',
    email: 'grace@example.com',
    message: 'I like it.',
    url: 'https://shop.example/cart',
    removed: [],
    attachments: [],
    issue: null,
    ...changes,
  }
}

function answering(items: Item[], nextCursor: string | null = null) {
  return vi.fn((_slug: string, _cursor: string | undefined) => Promise.resolve({ items, nextCursor }))
}

it('shows what is about no event, and who wrote it from where', async () => {
  renderApp('/projects/shop/feedback', { projectFeedback: answering([anItem()]) })
  expect(await screen.findByText('I like it.')).toBeVisible()
  expect(screen.getByText('about no event')).toBeVisible()
  expect(screen.getByRole('link', { name: 'grace@example.com' })).toHaveAttribute(
    'href',
    'mailto:grace@example.com',
  )
  expect(screen.getByRole('link', { name: 'https://shop.example/cart' })).toHaveAttribute(
    'rel',
    'noopener noreferrer nofollow',
  )
  expect(document.title).toBe('Feedback of Shop · Mishap')
})

it('leads to the event that it is about', async () => {
  const issue = { id: '1-1', shortId: 'SHOP-1', title: 'TypeError: price is missing' }
  renderApp('/projects/shop/feedback', { projectFeedback: answering([anItem({ eventId, issue })]) })
  const link = await screen.findByRole('link', { name: 'SHOP-1 TypeError: price is missing' })
  expect(link).toHaveAttribute('href', `/issues/SHOP-1/events/${eventId}`)
})

it('says what scrubbing took out of the words', async () => {
  const removed = [
    { rule: '@password:filter', count: 1 },
    { rule: '@creditcard:filter', count: 2 },
  ]
  renderApp('/projects/shop/feedback', { projectFeedback: answering([anItem({ removed })]) })
  expect(await screen.findByText('3 values were removed: password or secret, card number')).toBeVisible()
})

it('makes no link of an address that is none of the web', async () => {
  const items = [anItem({ url: 'javascript:alert(1)' })]
  renderApp('/projects/shop/feedback', { projectFeedback: answering(items) })
  expect(await screen.findByText(/javascript:alert/)).toBeVisible()
  expect(screen.queryByRole('link', { name: /javascript/ })).toBeNull()
})

it('offers screenshots as downloads, and shows none of them', async () => {
  const href = '/api/v1/projects/1/feedback/1/attachments/1'
  const file = { id: '1', name: 'screenshot.png', contentType: 'image/png', kind: 'event.attachment' }
  const items = [anItem({ attachments: [{ ...file, bytes: 2_048, removed: [], href }] })]
  renderApp('/projects/shop/feedback', { projectFeedback: answering(items) })
  const link = await screen.findByRole('link', { name: 'Download screenshot.png' })
  expect(link).toHaveAttribute('href', href)
  expect(link).toHaveAttribute('download', 'screenshot.png')
  expect(document.querySelector('img[src*="attachments"]')).toBeNull()
})

it('pages to the older, keeps the place in the URL, and finds back', async () => {
  const projectFeedback = answering([anItem()], 'next')
  const { user, url } = renderApp('/projects/shop/feedback', { projectFeedback })
  await user.click(await screen.findByRole('link', { name: 'Older' }))
  await waitFor(() => expect(url()).toBe('/projects/shop/feedback?cursor=next'))
  await waitFor(() => expect(projectFeedback).toHaveBeenLastCalledWith('shop', 'next'))
  await user.click(screen.getByRole('link', { name: 'Newer' }))
  await waitFor(() => expect(url()).toBe('/projects/shop/feedback'))
})

it('says how feedback is asked for where there is none', async () => {
  const { user, url } = renderApp('/projects/shop/events')
  await user.click(await screen.findByRole('link', { name: 'Feedback' }))
  await waitFor(() => expect(url()).toBe('/projects/shop/feedback'))
  expect(await screen.findByRole('heading', { name: 'Nobody has written yet' })).toBeVisible()
})
