import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Event } from '../lib/api.ts'
import { anEvent } from '../testing/fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const removed = { '': { rem: [['@password:filter', 's', 0, 10]], len: 12 } }

function openWith(event: Partial<Event>) {
  return renderApp('/issues/SHOP-1', { event: () => Promise.resolve(anEvent(event)) })
}

function section(name: string) {
  const heading = screen.getByRole('heading', { name, level: 2 })
  const details = heading.closest('details')
  return within(details ?? document.body)
}

it('says at a redacted value which rule took it out, and that it was never stored', async () => {
  const { user } = openWith({ tags: { token: '[Filtered]' }, _meta: { tags: { token: removed } } })
  const mark = await screen.findByRole('button', { name: /^\[Filtered\]/ })
  await user.click(mark)
  expect(mark).toHaveAttribute('aria-expanded', 'true')
  expect(section('Tags').getByText(/its name says that it is a secret\. It was never stored\./)).toBeVisible()
})

it('shows redactions in exception values, headers, cookies, breadcrumbs and deep inside of data', async () => {
  openWith({
    exception: { values: [{ type: 'Error', value: 'login with [Filtered] failed' }] },
    request: { headers: [['Authorization', '[Filtered]']], cookies: [['session', '[Filtered]']] },
    breadcrumbs: { values: [{ message: 'key=[Filtered]' }] },
    extra: { order: { card: '[Filtered]', total: 7 } },
    _meta: {
      exception: { values: { 0: { value: { '': { rem: [['@token:filter', 's', 11, 21]] } } } } },
      request: { headers: { 0: { 1: removed } }, cookies: { 0: { 1: removed } } },
      breadcrumbs: { values: { 0: { message: { '': { rem: [['@token:filter', 's', 4, 14]] } } } } },
      extra: { order: { card: removed } },
    },
  })
  expect(await screen.findByText('5 values redacted')).toBeVisible()
  for (const name of ['Stack trace', 'Breadcrumbs', 'Additional data'])
    expect(section(name).getByRole('button', { name: /^\[Filtered\]/ })).toBeVisible()
  expect(section('Request').getAllByRole('button', { name: /^\[Filtered\]/ })).toHaveLength(2)
})

it('says where a text was cut and how long it had been', async () => {
  openWith({
    logentry: { formatted: 'head...tail' },
    _meta: { logentry: { formatted: { '': { len: 20_000, rem: [['!limit', 's', 4, 7]] } } } },
  })
  expect(await screen.findByText(/cut from 20,000 characters/, { selector: 'span' })).toBeVisible()
  expect(screen.getByText('1 value cut')).toBeVisible()
})

it('says how much of a list is left', async () => {
  const stacktrace = { frames: [{ function: 'total', in_app: true }] }
  openWith({
    exception: { values: [{ type: 'Error', stacktrace }] },
    _meta: { exception: { values: { 0: { stacktrace: { frames: { '': { len: 4_000 } } } } } } },
  })
  expect(await screen.findByText('1 of 4,000 frames kept', { selector: 'span' })).toBeVisible()
})

it('shows what a part had said that could not be read', async () => {
  openWith({
    user: { id: '7' },
    _meta: {
      user: { email: { '': { err: ['invalid_data'], val: '{"at":1}' } } },
      breadcrumbs: { '': { err: ['invalid_data'], val: '"none"' } },
    },
  })
  expect(await screen.findByRole('heading', { name: 'User' })).toBeVisible()
  expect(section('User').getByText('could not be read: {"at":1}')).toBeVisible()
  expect(section('Breadcrumbs').getByText('could not be read: "none"')).toBeVisible()
})

it('sums up what is not as it was sent, and tells for each value why', async () => {
  const { user } = openWith({
    user: { id: '7' },
    _meta: {
      user: { ip_address: { '': { rem: [['@ip:replace', 'x']], len: 9 } } },
      extra: { '': { len: 2_000 } },
    },
  })
  await user.click(await screen.findByText('1 value redacted, 1 cut'))
  const list = within(screen.getByText('1 value redacted, 1 cut').closest('details') ?? document.body)
  expect(list.getByText('user.ip_address')).toBeVisible()
  expect(list.getByText(/the address of a user/)).toBeVisible()
  expect(list.getByRole('link', { name: 'settings of the project' })).toHaveAttribute(
    'href',
    '/projects/shop/settings#scrubbing',
  )
})

it('has no summary for an event that came through as it was sent', async () => {
  openWith({ tags: { a: 'b' } })
  expect(await screen.findByRole('heading', { name: 'Tags' })).toBeVisible()
  expect(screen.queryByText(/redacted|cut/)).toBeNull()
})

it('names the line of source from which something was taken out', async () => {
  const frame = {
    function: 'total',
    lineno: 8,
    pre_context: ["key = '[Filtered]'"],
    context_line: 'pay(key)',
  }
  openWith({
    exception: { values: [{ type: 'Error', stacktrace: { frames: [frame] } }] },
    _meta: {
      exception: {
        values: {
          0: {
            stacktrace: {
              frames: { 0: { pre_context: { 0: { '': { rem: [['@token:filter', 's', 7, 17]] } } } } },
            },
          },
        },
      },
    },
  })
  const line = await screen.findByText(/^Line 7:/)
  expect(within(line).getByRole('button', { name: /^\[Filtered\]/ })).toBeVisible()
})

it('keeps a mark that the client made itself, of which nothing is noted', async () => {
  openWith({ tags: { token: '[Filtered]' } })
  expect(await screen.findByText('Filtered')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Filtered/ })).toBeNull()
})
