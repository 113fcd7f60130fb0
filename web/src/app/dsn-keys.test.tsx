import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ApiError, type DsnKey } from '../lib/api.ts'
import { renderApp } from '../testing/render-app.tsx'

const at = '/projects/shop/settings'

function aKey(key: string, changes: Partial<DsnKey> = {}): DsnKey {
  const dsn = `http://${key}@localhost:8080/1`
  return { key, dsn, status: 'active', createdAt: '2026-11-01T00:00:00.000Z', ...changes }
}

/** Keys that a test may change. */
function keysOf(...items: DsnKey[]) {
  const keys = new Map(items.map((item) => [item.key, item]))
  const keep = (item: DsnKey): Promise<DsnKey> => {
    keys.set(item.key, item)
    return Promise.resolve(item)
  }
  return {
    dsnKeys: () => Promise.resolve({ items: [...keys.values()] }),
    createDsnKey: () => keep(aKey('cccccccc1')),
    changeDsnKey: vi.fn((_slug: string, key: string, status: DsnKey['status']) =>
      keep(aKey(key, { status })),
    ),
  }
}

it('lists the keys of a project, and creates one', async () => {
  const { user } = renderApp(at, keysOf(aKey('aaaaaaaa1'), aKey('bbbbbbbb1', { status: 'disabled' })))
  const list = within(await screen.findByRole('list', { name: 'DSN keys' }))
  expect(list.getByText('http://aaaaaaaa1@localhost:8080/1')).toBeVisible()
  expect(list.getByText('Disabled')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Create a key' }))
  expect(await list.findByText('http://cccccccc1@localhost:8080/1')).toBeVisible()
})

it('asks before a key is disabled, and enables it again', async () => {
  const keys = keysOf(aKey('aaaaaaaa1'), aKey('bbbbbbbb1'))
  const { user } = renderApp(at, keys)
  await user.click(await screen.findByRole('button', { name: 'Disable bbbbbbbb' }))
  expect(screen.getByText(/is refused from then on/)).toBeVisible()
  expect(keys.changeDsnKey).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Disable the key' }))
  await user.click(await screen.findByRole('button', { name: 'Enable bbbbbbbb' }))
  expect(await screen.findByRole('button', { name: 'Disable bbbbbbbb' })).toBeVisible()
  expect(keys.changeDsnKey.mock.calls.map(([, , status]) => status)).toEqual(['disabled', 'active'])
})

it('warns that without its last key a project takes nothing, and says so afterwards', async () => {
  const { user } = renderApp(at, keysOf(aKey('aaaaaaaa1')))
  await user.click(await screen.findByRole('button', { name: 'Disable aaaaaaaa' }))
  expect(screen.getByText(/This is the last active key/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Disable the last key' }))
  expect(await screen.findByText(/No key is active/)).toBeVisible()
})

it('says at the key why it could not be changed', async () => {
  const changeDsnKey = () => Promise.reject(new ApiError('unavailable', 'The store is full.'))
  const { user } = renderApp(at, { ...keysOf(aKey('aaaaaaaa1')), changeDsnKey })
  await user.click(await screen.findByRole('button', { name: 'Disable aaaaaaaa' }))
  await user.click(screen.getByRole('button', { name: 'Disable the last key' }))
  expect(await screen.findByText('The store is full.')).toBeVisible()
})
