import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError } from '../lib/api.ts'
import { anEvent, anIssue } from '../testing/fixtures.ts'
import { aFingerprint, aReference, aRegrouping, aSuggestion } from '../testing/grouping-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const at = '/issues/SHOP-1'

const two = [
  aFingerprint(),
  aFingerprint({ number: 2, binding: 'merged', title: 'TypeError: sum is missing', count: 5 }),
]

function whyOf(items = [aFingerprint()]) {
  return () => Promise.resolve({ items })
}

async function findWhy() {
  const heading = await screen.findByRole('heading', { name: 'Why these events are one issue' })
  return within(heading.closest('details') ?? document.body)
}

it('tells part by part why its events are together', async () => {
  renderApp(at, { fingerprints: whyOf() })
  expect(await screen.findByText('src/cart#total')).toBeVisible()
  expect(screen.getByText(/Where it broke\./)).toBeVisible()
  expect(screen.getByText(/By the place in the application’s own code/)).toBeVisible()
  expect(screen.getByText('Began this issue')).toBeVisible()
})

it('shows in the message what was replaced, and which frames were skipped and why', async () => {
  const [hash] = aFingerprint().hashes
  const parts = [
    {
      name: 'template',
      value: 'order * failed',
      reason: 'The message.',
      replaced: [{ from: 6, to: 8, label: 'number' }],
      skipped: [{ frame: 4, why: 'It is a library’s.' }],
    },
  ]
  const hashes = hash === undefined ? [] : [{ ...hash, parts }]
  const { user } = renderApp(at, {
    fingerprints: whyOf([aFingerprint({ title: 'TypeError: Order 77 failed', hashes })]),
  })
  const why = await findWhy()
  expect(await why.findByText('number')).toBeVisible()
  expect(why.getByText('77')).toBeVisible()
  await user.click(why.getByText('1 frame skipped on the way to it'))
  expect(why.getByText('Frame 5: It is a library’s.')).toBeVisible()
})

it('leads from a part to its frame, though it is folded', async () => {
  const frames = ['main', 'total', 'sum'].map((name) => ({
    function: name,
    filename: name === 'main' ? 'src/main.ts' : 'node_modules/cart/index.js',
    in_app: name === 'main',
  }))
  const event = anEvent({ exception: { values: [{ type: 'E', stacktrace: { frames } }] } })
  const [hash] = aFingerprint().hashes
  const parts = [{ name: 'site', value: 'cart#total', reason: 'Where.', exception: 0, frame: 1 }]
  const { user, url } = renderApp(at, {
    event: () => Promise.resolve(event),
    fingerprints: whyOf([aFingerprint({ hashes: hash === undefined ? [] : [{ ...hash, parts }] })]),
  })
  await user.click(await screen.findByRole('link', { name: 'Show the frame' }))
  expect(url()).toBe(`${at}#frame-0-1`)
  expect(await screen.findByText('total')).toBeVisible()
  expect(screen.getByText('total').closest('li')).toHaveFocus()
})

it('takes some fingerprints out after saying what that does, and puts them back in one step', async () => {
  const unmerge = vi.fn(() =>
    Promise.resolve(aRegrouping({ kind: 'unmerge', issues: [aReference({ id: '1-9', shortId: 'SHOP-9' })] })),
  )
  const undoRegrouping = vi.fn(() => Promise.resolve(aRegrouping({ state: 'undone' })))
  const { user } = renderApp(at, { fingerprints: whyOf(two), unmerge, undoRegrouping })
  expect(await screen.findByRole('button', { name: 'Unmerge 0 selected' })).toBeDisabled()
  await user.click(screen.getByRole('checkbox', { name: /sum is missing/ }))
  await user.click(screen.getByRole('button', { name: 'Unmerge 1 selected' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Unmerge 1 fingerprint?' }))
  expect(dialog.getByText(/5 events leave SHOP-1 and become one issue/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Unmerge' }))
  expect(await screen.findByText('5 events became SHOP-9')).toBeVisible()
  expect(unmerge).toHaveBeenCalledWith('1-1', [2])
  await user.click(
    within(screen.getByText('5 events became SHOP-9').parentElement ?? document.body).getByRole('button'),
  )
  expect(await screen.findByText('Undone: all is as it was before')).toBeVisible()
  expect(undoRegrouping).toHaveBeenCalledWith('shop', 7)
})

it('does not take all fingerprints out', async () => {
  const { user } = renderApp(at, { fingerprints: whyOf(two) })
  for (const box of await screen.findAllByRole('checkbox', { name: /Select/ })) await user.click(box)
  expect(screen.getByRole('button', { name: 'Unmerge 2 selected' })).toBeDisabled()
  expect(screen.getByText(/One has to stay/)).toBeVisible()
})

it('says in the dialog that unmerging was refused, and tries again', async () => {
  const unmerge = vi.fn().mockRejectedValueOnce(new ApiError('unavailable', 'The store is full.'))
  unmerge.mockResolvedValue(aRegrouping())
  const { user } = renderApp(at, { fingerprints: whyOf(two), unmerge })
  await user.click(await screen.findByRole('checkbox', { name: /sum is missing/ }))
  await user.click(screen.getByRole('button', { name: 'Unmerge 1 selected' }))
  await user.click(screen.getByRole('button', { name: 'Unmerge' }))
  expect(await screen.findByText(/Not unmerged\. The store is full\./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('keeps new messages of a code path apart when asked', async () => {
  const fuse = { state: 'on' as const, templates: 14, attached: 320 }
  const changeFuse = vi.fn(whyOf([aFingerprint({ fuse: { ...fuse, state: 'off' } })]))
  const { user } = renderApp(at, { fingerprints: whyOf([aFingerprint({ fuse })]), changeFuse })
  expect(await screen.findByText(/has produced 14 different messages/)).toBeVisible()
  expect(screen.getByText(/320 events joined/)).toBeVisible()
  expect(screen.getByRole('radio', { name: 'Join' })).toBeChecked()
  await user.click(screen.getByRole('radio', { name: 'Keep apart' }))
  expect(await screen.findByText(/become issues of their own/)).toBeVisible()
  expect(changeFuse).toHaveBeenCalledWith('1-1', 'off')
})

it('merges what is suggested only when asked, and says why it is suggested', async () => {
  const answerSuggestion = vi.fn(() => Promise.resolve(aRegrouping()))
  const { user } = renderApp(at, {
    suggestions: () => Promise.resolve({ items: [aSuggestion()] }),
    answerSuggestion,
  })
  expect(await screen.findByRole('heading', { name: 'May be the same bug' })).toBeVisible()
  expect(screen.getByText(/One stack lies within the other\./)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'href',
    '/issues/SHOP-1/compare?with=SHOP-2',
  )
  const card = within(
    screen.getByRole('heading', { name: 'May be the same bug' }).closest('section') ?? document.body,
  )
  await user.click(card.getByRole('button', { name: 'Merge' }))
  expect(await screen.findByText('SHOP-2 merged into SHOP-1')).toBeVisible()
  expect(answerSuggestion).toHaveBeenCalledWith('1-1', '1-2', 'accept')
})

it('dismisses a suggestion for good', async () => {
  const suggestions = vi.fn(() => Promise.resolve({ items: [aSuggestion()] }))
  const answerSuggestion = vi.fn(() => {
    suggestions.mockResolvedValue({ items: [] })
    return Promise.resolve(null)
  })
  const { user } = renderApp(at, { suggestions, answerSuggestion })
  await user.click(await screen.findByRole('button', { name: 'Not the same' }))
  expect(await screen.findByText('SHOP-2 is not suggested here again')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'May be the same bug' })).toBeNull())
})

it('undoes from the activity, and says there if that is refused', async () => {
  const entry = {
    id: '5',
    kind: 'merged' as const,
    at: '2026-11-23T10:00:00.000Z',
    actor: 'Ada',
    detail: null,
  }
  const undoRegrouping = vi.fn().mockRejectedValueOnce(new ApiError('conflict', 'SHOP-2 has moved since.'))
  undoRegrouping.mockResolvedValue(aRegrouping({ state: 'undone' }))
  const activity = [{ ...entry, regrouping: 7 }]
  const { user } = renderApp(at, { issue: () => Promise.resolve(anIssue({ activity })), undoRegrouping })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText(/Not undone\. SHOP-2 has moved since\./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Undone: all is as it was before')).toBeVisible()
  expect(undoRegrouping).toHaveBeenLastCalledWith('shop', 7)
})

it.each([
  ['/issues/SHOP-7?stack=all', '/issues/SHOP-1?stack=all'],
  [`/issues/SHOP-7/events/${'e'.repeat(32)}`, `/issues/SHOP-1/events/${'e'.repeat(32)}`],
])('leads from %s, which was merged, to the issue that took it in', async (from, to) => {
  const { url } = renderApp(from, { issue: () => Promise.resolve(anIssue()) })
  await waitFor(() => expect(url()).toBe(to))
})
