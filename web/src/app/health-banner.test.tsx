import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Health } from '../lib/api.ts'
import { renderApp } from '../testing/render-app.tsx'

afterEach(() => vi.useRealTimers())

function healthOf(status: Health['status'], ...reasons: string[]) {
  return vi.fn(() => Promise.resolve<Health>({ status, reasons, version: '0.1.0' }))
}

it('says nothing while the server is well', async () => {
  const health = healthOf('ok', 'Not for anybody.')
  renderApp('/issues', { health })
  await screen.findByText('price is missing')
  await waitFor(() => expect(health).toHaveBeenCalled())
  expect(screen.queryByText('Not for anybody.')).toBeNull()
})

it.each(['degraded', 'failed'] as const)('says on top of a page why the server is %s', async (status) => {
  renderApp('/projects', { health: healthOf(status, 'The disk is nearly full.', 'Events wait.') })
  expect(await screen.findByText('The disk is nearly full. Events wait.')).toBeVisible()
})

it('asks once a minute', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const health = healthOf('ok')
  renderApp('/issues', { health })
  await waitFor(() => expect(health).toHaveBeenCalledTimes(1))
  await act(() => vi.advanceTimersByTimeAsync(50_000))
  expect(health).toHaveBeenCalledTimes(1)
  await act(() => vi.advanceTimersByTimeAsync(11_000))
  expect(health).toHaveBeenCalledTimes(2)
})
