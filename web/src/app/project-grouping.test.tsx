import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type Api, type GroupingRun } from '../lib/api.ts'
import { aReference, aRun } from '../testing/grouping-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const at = '/projects/shop/grouping'
const rules = 'type:A -> helper\n'

function findField() {
  return screen.findByRole('textbox', { name: 'Rules, one a line' })
}

function serving(overrides: Partial<Api> = {}): Partial<Api> {
  return { groupingRules: () => Promise.resolve({ rules, version: '4' }), ...overrides }
}

it('marks what is wrong in place, says it, and goes to it instead of trying the rules', async () => {
  const startGroupingRun = vi.fn()
  const checkGroupingRules = (_slug: string, text: string) =>
    Promise.resolve({
      errors: text.includes('tipe')
        ? [{ line: 2, from: 0, to: 4, message: 'There is no field “tipe”.' }]
        : [],
    })
  const { user } = renderApp(at, serving({ checkGroupingRules, startGroupingRun }))
  const field = await findField()
  expect(await screen.findByText('✓ All rules can be read.')).toBeVisible()
  await user.type(field, 'tipe:B -> helper')
  expect(await screen.findByRole('button', { name: 'Line 2' })).toBeVisible()
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription(/1 error.*There is no field “tipe”\./)
  await user.click(screen.getByRole('button', { name: 'Try on stored events' }))
  expect(startGroupingRun).not.toHaveBeenCalled()
  expect(field).toHaveFocus()
  expect(field).toHaveProperty('selectionStart', rules.length)
  expect(field).toHaveProperty('selectionEnd', rules.length + 4)
})

it('shows the answer about the text as it is, in whatever order answers come', async () => {
  const answers = new Map<string, (errors: { message: string }[]) => void>()
  const checkGroupingRules = (_slug: string, text: string) =>
    new Promise<{ errors: { line: number; from: number; to: number; message: string }[] }>((resolve) =>
      answers.set(text, (errors) =>
        resolve({ errors: errors.map((error) => ({ line: 1, from: 0, to: 1, ...error })) }),
      ),
    )
  const { user } = renderApp(at, serving({ checkGroupingRules }))
  const field = await findField()
  await waitFor(() => expect(answers.has(rules)).toBe(true))
  await user.clear(field)
  await user.type(field, 'x')
  await waitFor(() => expect(answers.has('x')).toBe(true))
  answers.get('x')?.([{ message: 'It is short.' }])
  expect(await screen.findByText('It is short.', { selector: 'li' })).toBeVisible()
  answers.get(rules)?.([{ message: 'It is old.' }])
  await user.click(field)
  expect(screen.queryByText('It is old.')).toBeNull()
  expect(screen.getByText('It is short.', { selector: 'li' })).toBeVisible()
})

it('tries rules on stored events, with progress, and shows what would merge and split', async () => {
  const written = `${rules}type:B -> helper`
  const running = aRun({ state: 'running', rules: written, progress: { done: 120, total: 500 } })
  const done = aRun({
    rules: written,
    mergeCount: 1,
    merges: [
      { into: aReference(), issues: [aReference({ id: '1-2', shortId: 'SHOP-2' })], reason: 'One site.' },
    ],
    splitCount: 1,
    splits: [
      {
        issue: aReference({ id: '1-3', shortId: 'SHOP-3' }),
        parts: [
          { events: 4, reason: 'Another tenant.', examples: [{ eventId: 'e'.repeat(32), title: 'E: acme' }] },
        ],
      },
    ],
  })
  const groupingRun = vi.fn(() => Promise.resolve(running))
  const startGroupingRun = vi.fn(() => Promise.resolve(running))
  const { user, url } = renderApp(at, serving({ groupingRun, startGroupingRun }))
  await user.type(await findField(), 'type:B -> helper')
  await user.click(screen.getByRole('button', { name: 'Try on stored events' }))
  expect(await screen.findByText('120 of 500 events')).toBeVisible()
  expect(startGroupingRun).toHaveBeenCalledWith('shop', { kind: 'preview', rules: written, version: '4' })
  expect(url()).toBe(`${at}?run=3`)
  groupingRun.mockResolvedValue(done)
  const run = within(await screen.findByRole('region', { name: 'Run 3' }))
  expect(await run.findByText(/1 group of issues would merge and 1 issue would split\./)).toBeVisible()
  expect(run.getByRole('link', { name: 'SHOP-2' })).toHaveAttribute('href', '/issues/SHOP-2')
  expect(run.getByRole('link', { name: /E: acme/ })).toHaveAttribute(
    'href',
    `/issues/SHOP-3/events/${'e'.repeat(32)}`,
  )
})

it('says in words that nothing would change', async () => {
  renderApp(`${at}?run=3`, serving({ groupingRun: () => Promise.resolve(aRun({ rules })) }))
  expect(await screen.findByText(/500 stored events looked at: no issue would change\./)).toBeVisible()
})

it('saves and regroups after saying what that does, and undoes it', async () => {
  let run: GroupingRun = aRun({ kind: 'apply', rules, mergeCount: 2 })
  const startGroupingRun = vi.fn(() => Promise.resolve(run))
  const undoGroupingRun = vi.fn(() => {
    run = { ...run, state: 'undone' }
    return Promise.resolve(run)
  })
  const tried = aRun({ number: 2, rules, mergeCount: 2 })
  const { user } = renderApp(
    at,
    serving({
      startGroupingRun,
      undoGroupingRun,
      groupingRun: () => Promise.resolve(run),
      groupingRuns: () => Promise.resolve({ items: [tried] }),
    }),
  )
  await user.click(await screen.findByRole('button', { name: 'Save and regroup…' }))
  const dialog = within(await screen.findByRole('dialog', { name: /Save these rules/ }))
  expect(dialog.getByText(/Tried on the stored events: 2 groups of issues would merge\./)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Save and regroup' }))
  expect(await screen.findByText(/The rules are saved; 2 groups of issues were merged\./)).toBeVisible()
  expect(startGroupingRun).toHaveBeenCalledWith('shop', { kind: 'apply', rules, version: '4' })
  await user.click(screen.getByRole('button', { name: 'Undo this regrouping' }))
  expect(await screen.findByText(/It was undone/)).toBeVisible()
  expect(undoGroupingRun).toHaveBeenCalledWith('shop', 3)
})

it('says that somebody else saved meanwhile, and loads what they saved', async () => {
  const groupingRules = vi.fn(() => Promise.resolve({ rules: 'type:C -> helper', version: '5' }))
  groupingRules.mockResolvedValueOnce({ rules, version: '4' })
  const startGroupingRun = () =>
    Promise.reject(new ApiError('conflict', 'Somebody else has changed the rules.'))
  const { user } = renderApp(at, serving({ groupingRules, startGroupingRun }))
  const field = await findField()
  await user.type(field, '# mine')
  await user.click(screen.getByRole('button', { name: 'Try on stored events' }))
  expect(await screen.findByText(/Not started\. Somebody else has changed the rules\./)).toBeVisible()
  expect(field).toHaveValue(`${rules}# mine`)
  await user.click(screen.getByRole('button', { name: 'Load again, without my changes' }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Rules/ })).toHaveValue('type:C -> helper'))
})

it('adds the line that somebody was led there with, once', async () => {
  renderApp(`${at}?add=${encodeURIComponent('type:B -> helper')}`, serving())
  expect(await findField()).toHaveValue(`${rules}type:B -> helper\n`)
  expect(screen.getByText('Not saved yet.')).toBeVisible()
})

it('does not add a line that is there already', async () => {
  renderApp(`${at}?add=${encodeURIComponent('type:A -> helper')}`, serving())
  expect(await findField()).toHaveValue(rules)
  expect(screen.queryByText('Not saved yet.')).toBeNull()
})

it('asks before it is left with rules that are not saved', async () => {
  const { user, url } = renderApp(at, serving())
  await user.type(await findField(), '# mine')
  await user.click(screen.getByRole('link', { name: 'Releases' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))
  await user.click(dialog.getByRole('button', { name: 'Stay here' }))
  expect(url()).toBe(at)
})

it('starts nothing while a run is under way', async () => {
  const running = aRun({ state: 'running' })
  renderApp(at, serving({ groupingRuns: () => Promise.resolve({ items: [running] }) }))
  expect(await screen.findByText(/Run 3 is under way/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try on stored events' })).toBeDisabled()
})

it('says why a run failed', async () => {
  const failed = aRun({ state: 'failed', error: 'The disk is full.' })
  renderApp(`${at}?run=3`, serving({ groupingRun: () => Promise.resolve(failed) }))
  expect(await screen.findByText(/nothing was changed\. The disk is full\./)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Undo this regrouping' })).toBeNull()
})

it('offers to undo a regrouping that failed halfway', async () => {
  const failed = aRun({ kind: 'apply', state: 'failed', error: 'The server stopped.' })
  renderApp(`${at}?run=3`, serving({ groupingRun: () => Promise.resolve(failed) }))
  expect(await screen.findByText(/the rules are saved\. The server stopped\./)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Undo this regrouping' })).toBeVisible()
})
