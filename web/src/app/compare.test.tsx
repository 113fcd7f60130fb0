import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError } from '../lib/api.ts'
import { anIssue } from '../testing/fixtures.ts'
import { aComparison, aRegrouping } from '../testing/grouping-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const at = '/issues/SHOP-1/compare?with=SHOP-2'
const other = anIssue({ id: '1-2', shortId: 'SHOP-2', count: 3 })
const issue = (id: string) => Promise.resolve(id === '1-2' || id === 'SHOP-2' ? other : anIssue())

it('answers why two issues are not one, part by part and in words', async () => {
  const comparison = vi.fn(() => Promise.resolve(aComparison()))
  renderApp(at, { issue, comparison })
  expect(await screen.findByText('They are two issues because the site differs.')).toBeVisible()
  expect(comparison).toHaveBeenCalledWith('1-1', 'SHOP-2')
  const [type, site] = screen.getAllByRole('listitem')
  expect(type).toHaveTextContent(/^type Same/i)
  expect(site).toHaveTextContent('Different')
  expect(within(site ?? document.body).getByText('src/cart#sum')).toBeVisible()
})

it('names a part that counts on one side alone', async () => {
  const part = { name: 'caller', value: 'src/api#load', reason: 'Who asked.' }
  const row = { name: 'caller', verdict: 'only_right' as const, sentence: 'Only there.', right: part }
  renderApp(at, { issue, comparison: () => Promise.resolve(aComparison({ rows: [row] })) })
  expect(await screen.findByText('Only SHOP-2')).toBeVisible()
  expect(screen.getByText('Does not count here')).toBeVisible()
})

it('merges the two from there', async () => {
  const merge = vi.fn(() => Promise.resolve(aRegrouping()))
  const { user, url } = renderApp(at, { issue, merge })
  await user.click(await screen.findByRole('button', { name: 'Merge…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge the two?' }))
  await user.click(await dialog.findByRole('button', { name: 'Merge' }))
  expect(await screen.findByText('SHOP-2 merged into SHOP-1')).toBeVisible()
  expect(merge).toHaveBeenCalledWith('1-1', ['1-2'])
  expect(url()).toBe('/issues/SHOP-1')
})

it('takes the rule that would have made them one to the rules', async () => {
  const rule = 'type:TypeError -> fingerprint cart'
  const { user, url } = renderApp(at, { issue, comparison: () => Promise.resolve(aComparison({ rule })) })
  await user.click(await screen.findByRole('link', { name: 'Add this rule…' }))
  const field = await screen.findByRole('textbox', { name: 'Rules, one a line' })
  expect(field).toHaveValue(`${rule}\n`)
  expect(url()).toContain('/projects/shop/grouping?add=')
})

it('asks first with which issue to compare', async () => {
  const issues = () => Promise.resolve({ items: [anIssue(), other], nextCursor: null })
  const { user, url } = renderApp('/issues/SHOP-1/compare', { issue, issues })
  await user.click(await screen.findByRole('link', { name: /SHOP-2/ }))
  expect(url()).toBe(at)
  expect(await screen.findByRole('heading', { name: 'Why are these two not one issue?' })).toBeVisible()
})

it('says why it cannot compare, and tries again', async () => {
  const comparison = vi.fn().mockRejectedValueOnce(new ApiError('unavailable', 'The store is full.'))
  comparison.mockResolvedValue(aComparison())
  const { user } = renderApp(at, { issue, comparison })
  expect(await screen.findByText('The store is full.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/because the site differs/)).toBeVisible()
})
