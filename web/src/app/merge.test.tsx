import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type IssueListQuery } from '../lib/api.ts'
import { anIssue } from '../testing/fixtures.ts'
import { aRegrouping } from '../testing/grouping-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const first = anIssue({ count: 10, firstSeen: '2026-11-20T10:00:00.000Z' })
const second = anIssue({
  id: '1-2',
  shortId: 'SHOP-2',
  title: 'RangeError: 2',
  value: 'two',
  count: 30,
  firstSeen: '2026-11-10T10:00:00.000Z',
})
const foreign = anIssue({
  id: '2-1',
  shortId: 'DESK-1',
  value: 'desk',
  project: { id: '2', slug: 'desk', name: 'Desk', platform: null },
})

function serving(...items: ReturnType<typeof anIssue>[]) {
  return {
    issues: vi.fn((_query: IssueListQuery) => Promise.resolve({ items, nextCursor: null })),
    issue: (name: string) => {
      const found = items.find(({ id, shortId }) => [id, shortId].includes(name.toUpperCase()))
      return found ? Promise.resolve(found) : Promise.reject(new ApiError('not_found', 'There is none.'))
    },
  }
}

it('merges from the issue with m: finds the other, says what happens, and offers to undo', async () => {
  const merge = vi.fn(() => Promise.resolve(aRegrouping()))
  const undoRegrouping = vi.fn(() => Promise.resolve(aRegrouping({ state: 'undone' })))
  const { user, url } = renderApp('/issues/SHOP-1', { ...serving(first, second), merge, undoRegrouping })
  await screen.findByRole('button', { name: /Merge/ })
  await user.keyboard('m')
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge SHOP-1 with other issues' }))
  expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled()
  await user.click(await dialog.findByRole('checkbox', { name: /SHOP-2/ }))
  expect(
    dialog.getByText(/SHOP-2 goes into SHOP-1 with 30 events, which makes 40 events in all/),
  ).toBeVisible()
  expect(dialog.getByRole('radio', { name: /SHOP-1/ })).toBeChecked()
  expect(dialog.getByRole('radio', { name: /SHOP-2.*Most events/ })).not.toBeChecked()
  await user.click(dialog.getByRole('button', { name: 'Merge' }))
  expect(await screen.findByText('SHOP-2 merged into SHOP-1')).toBeVisible()
  expect(merge).toHaveBeenCalledWith('1-1', ['1-2'])
  expect(url()).toBe('/issues/SHOP-1')
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(undoRegrouping).toHaveBeenCalledWith('shop', 7))
})

it('goes to the other issue when that is chosen as the main one', async () => {
  const merge = vi.fn(() => Promise.resolve(aRegrouping()))
  const { user, url } = renderApp('/issues/SHOP-1', { ...serving(first, second), merge })
  await user.click(await screen.findByRole('button', { name: /Merge/ }))
  await user.click(await screen.findByRole('checkbox', { name: /SHOP-2/ }))
  await user.click(screen.getByRole('radio', { name: /SHOP-2/ }))
  await user.click(screen.getByRole('button', { name: 'Merge' }))
  await waitFor(() => expect(url()).toBe('/issues/SHOP-2'))
  expect(merge).toHaveBeenCalledWith('1-2', ['1-1'])
})

it('finds an issue by its id, and says when there is none', async () => {
  const api = serving(first, second)
  const { user } = renderApp('/issues/SHOP-1', api)
  await user.click(await screen.findByRole('button', { name: /Merge/ }))
  const field = await screen.findByRole('searchbox', { name: 'Find an issue' })
  await screen.findByRole('checkbox', { name: /SHOP-2/ })
  api.issues.mockImplementation(() => Promise.resolve({ items: [], nextCursor: null }))
  await user.type(field, 'shop-2')
  expect(await screen.findByText('1 issue')).toBeVisible()
  expect(screen.getByRole('checkbox', { name: /SHOP-2/ })).toBeVisible()
  await user.clear(field)
  await user.type(field, 'zebra')
  expect(await screen.findByText('No other issue matches “zebra”.')).toBeVisible()
})

it('says in the dialog why it was not merged', async () => {
  const merge = () => Promise.reject(new ApiError('unavailable', 'The store is full.'))
  const { user } = renderApp('/issues/SHOP-1', { ...serving(first, second), merge })
  await user.click(await screen.findByRole('button', { name: /Merge/ }))
  await user.click(await screen.findByRole('checkbox', { name: /SHOP-2/ }))
  await user.click(screen.getByRole('button', { name: 'Merge' }))
  expect(await screen.findByText(/Not merged\. The store is full\./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('merges the selected issues of a list into the oldest', async () => {
  const merge = vi.fn(() => Promise.resolve(aRegrouping()))
  const { user } = renderApp('/issues', { ...serving(first, second), merge })
  await screen.findByText('two')
  await user.keyboard('xjxm')
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge 2 issues?' }))
  expect(dialog.getByRole('radio', { name: /SHOP-2.*Oldest/ })).toBeChecked()
  await user.click(dialog.getByRole('button', { name: 'Merge' }))
  expect(await screen.findByText('SHOP-1 merged into SHOP-2')).toBeVisible()
  expect(merge).toHaveBeenCalledWith('1-2', ['1-1'])
  expect(screen.queryByText('2 selected')).toBeNull()
})

it('merges neither one issue nor those of two projects', async () => {
  const { user } = renderApp('/issues', serving(first, foreign))
  await screen.findByText('desk')
  await user.keyboard('xm')
  expect(await screen.findByText('Select two issues or more to merge them.')).toBeVisible()
  await user.keyboard('jxm')
  expect(await screen.findByText('Only issues of one project can be merged.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull()
})

it('resolves the issue after others were looked for', async () => {
  const command = vi.fn(() => Promise.resolve(first))
  const { user } = renderApp('/issues/SHOP-1', { ...serving(first, second), command })
  await screen.findByRole('button', { name: /Merge/ })
  await user.keyboard('m')
  await screen.findByRole('checkbox', { name: /SHOP-2/ })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.keyboard('r')
  expect(await screen.findByText('1 issue resolved')).toBeVisible()
  await waitFor(() => expect(command).toHaveBeenCalledWith('1-1', 'resolve'))
})
