import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type SettingsChange } from '../lib/api.ts'
import { someSettings } from '../testing/project-fixtures.ts'
import { renderApp } from '../testing/render-app.tsx'

const at = '/projects/shop/settings'

function saving() {
  return vi.fn((_slug: string, settings: SettingsChange) => Promise.resolve({ ...settings, version: '2' }))
}

it('saves the whole when asked, and says so', async () => {
  const saveProjectSettings = saving()
  const { user } = renderApp(at, { saveProjectSettings })
  await user.click(await screen.findByRole('switch', { name: /Events from localhost/ }))
  await user.type(screen.getByRole('textbox', { name: 'More words' }), 'pin{Enter}iban')
  await user.type(screen.getByRole('textbox', { name: 'Per key and minute' }), '1,000')
  expect(screen.getByText('Not saved yet.')).toBeVisible()
  expect(saveProjectSettings).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText(/Saved\. It holds from now on\./)).toBeVisible()
  const { scrubbing, filters, limits, storage } = someSettings()
  expect(saveProjectSettings).toHaveBeenCalledWith('shop', {
    scrubbing: { ...scrubbing, words: ['pin', 'iban'] },
    filters: { ...filters, localhost: true },
    limits: { ...limits, keyPerMinute: 1_000 },
    storage,
    version: '1',
  })
})

it('says at the line what the server refuses, and goes there', async () => {
  const saveProjectSettings = () =>
    Promise.reject(new ApiError('invalid', 'The body is wrong.', { 'filters.types.1': 'It is too long.' }))
  const { user } = renderApp(at, { saveProjectSettings })
  const types = await screen.findByRole('textbox', { name: 'Types' })
  await user.type(types, 'Abort{Enter}Endless')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('“Endless”: It is too long.')).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved. One field is wrong.')
  expect(types).toHaveFocus()
  await user.type(types, 's')
  expect(screen.queryByText(/It is too long/)).toBeNull()
})

it('asks for a number before anything is sent', async () => {
  const saveProjectSettings = saving()
  const { user } = renderApp(at, { saveProjectSettings })
  await user.type(await screen.findByRole('textbox', { name: 'Per project and month' }), 'many{Enter}')
  expect(await screen.findByText(/Write a whole number/)).toBeVisible()
  expect(saveProjectSettings).not.toHaveBeenCalled()
})

it('saves how much is kept of events, an empty limit being none', async () => {
  const saveProjectSettings = saving()
  const { user } = renderApp(at, { saveProjectSettings })
  const perIssue = await screen.findByRole('textbox', { name: 'Whole events per issue' })
  await user.clear(perIssue)
  await user.type(perIssue, '1,000')
  await user.clear(screen.getByRole('textbox', { name: 'Whole events per project, in MiB' }))
  await user.type(screen.getByRole('textbox', { name: 'Age of whole events, in days' }), '30{Enter}')
  await waitFor(() => expect(saveProjectSettings).toHaveBeenCalledOnce())
  expect(saveProjectSettings.mock.calls[0]?.[1].storage).toEqual({
    payloadsPerIssue: 1_000,
    payloadMebibytes: null,
    payloadDays: 30,
    eventDays: 90,
  })
})

it('says at the field that an issue keeps a number of whole events, and what the server refuses', async () => {
  const saveProjectSettings = vi.fn(() =>
    Promise.reject(
      new ApiError('invalid', 'The body is wrong.', { 'storage.eventDays': 'It is too large.' }),
    ),
  )
  const { user } = renderApp(at, { saveProjectSettings })
  const perIssue = await screen.findByRole('textbox', { name: 'Whole events per issue' })
  await user.clear(perIssue)
  await user.type(perIssue, '{Enter}')
  await waitFor(() => expect(perIssue).toHaveAccessibleDescription(/Write a whole number\./))
  expect(perIssue).toHaveFocus()
  expect(saveProjectSettings).not.toHaveBeenCalled()
  const eventDays = screen.getByRole('textbox', { name: 'Age of events, in days' })
  await user.type(perIssue, '5{Enter}')
  await waitFor(() => expect(eventDays).toHaveAccessibleDescription(/It is too large\./))
})

it('keeps what was written when it cannot be saved', async () => {
  const saveProjectSettings = () => Promise.reject(new ApiError('unavailable', 'The store is full.'))
  const { user } = renderApp(at, { saveProjectSettings })
  const words = await screen.findByRole('textbox', { name: 'More words' })
  await user.type(words, 'pin')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('Not saved. The store is full.')).toBeVisible()
  expect(words).toHaveValue('pin')
})

it('says that somebody else saved meanwhile, and loads what they saved', async () => {
  const conflict = new ApiError('conflict', 'Somebody else has changed these settings meanwhile.')
  const settings = someSettings()
  const theirs = { ...settings, filters: { ...settings.filters, localhost: true } }
  const projectSettings = vi.fn(() => Promise.resolve({ ...theirs, version: '2' }))
  projectSettings.mockResolvedValueOnce({ ...settings, version: '1' })
  const saveProjectSettings = () => Promise.reject(conflict)
  const { user } = renderApp(at, { projectSettings, saveProjectSettings })
  await user.type(await screen.findByRole('textbox', { name: 'More words' }), 'pin')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText(/Somebody else has changed these settings/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Load again, without my changes' }))
  await waitFor(() => expect(screen.getByRole('switch', { name: /Events from localhost/ })).toBeChecked())
  expect(screen.getByRole('textbox', { name: 'More words' })).toHaveValue('')
})

it('goes back to what is saved when changes are discarded', async () => {
  const { user } = renderApp(at)
  const crawlers = await screen.findByRole('switch', { name: /Crawlers/ })
  await user.click(crawlers)
  expect(crawlers).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(crawlers).not.toBeChecked()
  expect(screen.queryByText('Not saved yet.')).toBeNull()
})

it('works by keyboard alone', async () => {
  const saveProjectSettings = saving()
  const { user } = renderApp(at, { saveProjectSettings })
  const defaults = await screen.findByRole('switch', { name: /known by name or shape/ })
  defaults.focus()
  await user.keyboard(' ')
  expect(defaults).not.toBeChecked()
  screen.getByRole('textbox', { name: 'Per key and minute' }).focus()
  await user.keyboard('5{Enter}')
  await waitFor(() => expect(saveProjectSettings).toHaveBeenCalledOnce())
})

it('asks before it is left with unsaved changes', async () => {
  const { user, url } = renderApp(at)
  await user.click(await screen.findByRole('switch', { name: /Crawlers/ }))
  await user.click(screen.getByRole('link', { name: 'Releases' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))
  await user.click(dialog.getByRole('button', { name: 'Stay here' }))
  expect(url()).toBe(at)
  expect(screen.getByRole('switch', { name: /Crawlers/ })).toBeChecked()
  await user.click(screen.getByRole('link', { name: 'Releases' }))
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Leave without saving?' })).getByRole('button', {
      name: 'Leave',
    }),
  )
  await waitFor(() => expect(url()).toBe('/projects/shop/releases'))
})

it('leaves without a question when nothing was changed', async () => {
  const { user, url } = renderApp(at)
  await screen.findByRole('switch', { name: /Crawlers/ })
  await user.click(screen.getByRole('link', { name: 'Releases' }))
  await waitFor(() => expect(url()).toBe('/projects/shop/releases'))
})
