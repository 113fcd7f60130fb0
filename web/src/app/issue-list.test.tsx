import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type IssueListQuery, type IssueSummary } from '../lib/api.ts'
import { aProject } from '../testing/fake-api.ts'
import { anIssue } from '../testing/fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const three = ['1-1', '1-2', '1-3'].map((id, at) =>
  anIssue({ id, shortId: `SHOP-${at + 1}`, value: `number ${at + 1}` }),
)

function listOf(items: IssueSummary[]) {
  return vi.fn(() => Promise.resolve({ items, nextCursor: null }))
}

it('asks for the unresolved issues first, and shows what they are', async () => {
  const issues = listOf([anIssue()])
  renderApp('/', { issues })
  const link = await screen.findByRole('link', { name: 'TypeError price is missing' })
  expect(link).toHaveAttribute('href', '/issues/SHOP-1')
  expect(issues).toHaveBeenCalledWith({ limit: 25, query: 'is:unresolved' })
  expect(within(screen.getByRole('listitem')).getByText('New')).toBeVisible()
  expect(screen.getByTitle('80,412 events')).toHaveTextContent('80.4K')
})

it('stops the counts of the tabs at 99+, and keeps the tab in the URL', async () => {
  const { user, url } = renderApp('/issues')
  expect(await screen.findByRole('link', { name: 'Unresolved 99+' })).toHaveAttribute('aria-current', 'page')
  await user.click(screen.getByRole('link', { name: 'Resolved 3' }))
  expect(url()).toBe('/issues?query=is%3Aresolved')
})

it('shows under the search box what is wrong with the text', async () => {
  const issues = () =>
    Promise.reject(new ApiError('invalid', 'Bad query.', { query: '"is:" takes unresolved.' }))
  renderApp('/issues?query=is:x', { issues })
  expect(await screen.findByText('"is:" takes unresolved.')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Search issues' })).toHaveValue('is:x')
})

it('moves with j and k, selects with x and opens with Enter', async () => {
  const { user, url } = renderApp('/issues', { issues: listOf(three) })
  await screen.findByText('number 1')
  await user.keyboard('jjkx')
  expect(screen.getByRole('checkbox', { name: 'Select SHOP-2' })).toBeChecked()
  expect(screen.getByText('1 selected')).toBeVisible()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(url()).toBe('/issues/SHOP-2'))
})

it('selects a run of rows with shift, and resolves each with one command', async () => {
  const command = vi.fn(() => Promise.resolve(anIssue()))
  const { user } = renderApp('/issues', { issues: listOf(three), command })
  await user.click(await screen.findByRole('checkbox', { name: 'Select SHOP-1' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: 'Select SHOP-3' }))
  await user.keyboard('{/Shift}')
  await user.click(screen.getByRole('button', { name: 'Resolve' }))
  expect(command.mock.calls).toEqual([
    ['1-1', 'resolve'],
    ['1-2', 'resolve'],
    ['1-3', 'resolve'],
  ])
})

it('takes a resolved issue out of the list before the server answers, and Undo reopens it', async () => {
  const command = vi.fn(() => new Promise<never>(() => {}))
  const { user } = renderApp('/issues', { issues: listOf(three), command })
  await screen.findByText('number 1')
  await user.keyboard('r')
  await waitFor(() => expect(screen.queryByText('number 1')).toBeNull())
  await user.click(within(screen.getByRole('status')).getByRole('button', { name: 'Undo' }))
  expect(command).toHaveBeenLastCalledWith('1-1', 'reopen')
})

it('types into the search box without doing what the keys do', async () => {
  const command = vi.fn(() => Promise.resolve(anIssue()))
  const { user } = renderApp('/issues', { issues: listOf(three), command })
  await screen.findByText('number 1')
  await user.keyboard('/ rex')
  expect(screen.getByRole('textbox', { name: 'Search issues' })).toHaveValue('is:unresolved rex')
  expect(command).not.toHaveBeenCalled()
})

it.each([
  ['No project yet', '/issues', []],
  ['No event has arrived yet', '/issues', [aProject({ firstEventAt: null })]],
  ['No unresolved issues', '/issues', [aProject()]],
  ['No issue matches', '/issues?query=zebra', [aProject()]],
])('says "%s" where that is why the list is empty', async (title, at, items) => {
  renderApp(at, { issues: listOf([]), projects: () => Promise.resolve({ items }) })
  expect(await screen.findByRole('heading', { name: title })).toBeVisible()
})

it('reads every search as text, and ignores an order that does not exist', async () => {
  const issues = listOf([anIssue()])
  renderApp('/issues?query=404&sort=colour', { issues })
  await screen.findByText('price is missing')
  expect(issues).toHaveBeenCalledWith({ limit: 25, query: '404' })
})

it('goes on page by page, and back page by page', async () => {
  const next: Record<string, string> = { first: 'b', b: 'c' }
  const issues = ({ cursor = 'first' }: IssueListQuery) =>
    Promise.resolve({ items: [anIssue({ value: `page ${cursor}` })], nextCursor: next[cursor] ?? null })
  const { user, url } = renderApp('/issues', { issues })
  const go = async (name: string, page: string) => {
    await user.click(screen.getByRole('link', { name }))
    await screen.findByText(`page ${page}`)
  }
  await screen.findByText('page first')
  expect(screen.queryByRole('link', { name: 'Previous page' })).toBeNull()
  await go('Next page', 'b')
  await go('Next page', 'c')
  expect(screen.queryByRole('link', { name: 'Next page' })).toBeNull()
  await go('Previous page', 'b')
  await go('Previous page', 'first')
  expect(url()).toBe('/issues')
})

it('offers the first page alone where the way that led to a page is not known', async () => {
  renderApp('/issues?cursor=b')
  expect(await screen.findByRole('link', { name: 'First page' })).toHaveAttribute('href', '/issues')
  expect(screen.queryByRole('link', { name: 'Previous page' })).toBeNull()
})

it('shows the first line of a text of several', async () => {
  renderApp('/issues', { issues: listOf([anIssue({ value: 'duplicate key\nKey (email)=(a@b.example)' })]) })
  expect(await screen.findByRole('link', { name: 'TypeError duplicate key' })).toBeVisible()
})

it('says in place of what was done that it was refused, and takes it back', async () => {
  let refuse: (error: Error) => void = () => {}
  const command = () => new Promise<never>((_, reject) => (refuse = reject))
  const issues = listOf(three)
  const { user } = renderApp('/issues', { issues, command })
  await screen.findByText('number 1')
  await user.keyboard('r')
  expect(await screen.findByText('1 issue resolved')).toBeVisible()
  issues.mockImplementation(() => new Promise(() => {}))
  refuse(new ApiError('forbidden', 'You may not do this.'))
  expect(await screen.findByText('1 issue was not resolved: You may not do this.')).toBeVisible()
  expect(screen.queryByText('1 issue resolved')).toBeNull()
  expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull()
  expect(await screen.findByText('number 1')).toBeVisible()
})

it('takes keys after a click on a box of the list', async () => {
  const { user } = renderApp('/issues', { issues: listOf(three) })
  await user.click(await screen.findByRole('checkbox', { name: 'Select SHOP-1' }))
  await user.keyboard('jx')
  expect(screen.getByText('2 selected')).toBeVisible()
})

it('says where words were sought in vain, and seeks them in issues of any status', async () => {
  const issues = listOf([])
  const { user, url } = renderApp('/issues?query=is:unresolved+zebra&project=shop', { issues })
  expect(await screen.findByText(/titles, messages, frames, breadcrumbs and tags/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Search in issues of any status' }))
  await waitFor(() => expect(url()).toBe('/issues?query=zebra&project=shop'))
})

it('says that no event has the id that was sought', async () => {
  renderApp(`/issues?query=${'9f'.repeat(16)}`, { issues: listOf([]) })
  expect(
    await screen.findByText('No event that is listed has this id; old ones are removed in time.'),
  ).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Search in issues of any status' })).toBeNull()
})

it('explains the search in a dialog', async () => {
  const { user } = renderApp('/issues', { issues: listOf(three) })
  await user.click(await screen.findByRole('button', { name: 'Search help' }))
  const dialog = within(screen.getByRole('dialog', { name: 'What can be searched' }))
  expect(dialog.getByText('type:TypeError')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
