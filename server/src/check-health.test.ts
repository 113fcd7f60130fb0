import { expect, it } from 'vitest'
import { checkHealth } from './check-health.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'

onBothEngines((open) => {
  it.each([
    ['nothing waits', { bytes: 0, oldestMs: 0 }, 'ok'],
    ['half of the queue waits', { bytes: 500, oldestMs: 10 }, 'ok'],
    ['more than half of the queue waits', { bytes: 501, oldestMs: 10 }, 'degraded'],
    ['something has waited for long', { bytes: 1, oldestMs: 5_001 }, 'degraded'],
  ])('where %s, the health is as it is', async (_, load, health) => {
    const { reader } = await open()
    expect(await checkHealth(reader, load, 1_000)).toBe(health)
  })
})

it('a store that cannot be read has failed', async () => {
  const reader = {
    selectFrom() {
      throw new Error('gone')
    },
  }
  expect(await checkHealth(reader as never, { bytes: 0, oldestMs: 0 }, 1)).toBe('failed')
})
