import { expect, it } from 'vitest'
import { ensureInstallation } from './installation.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

onBothEngines((open) => {
  it('keeps the installation that was made first', async () => {
    const store = await open()
    const first = await ensureInstallation(store, 1_000)
    expect(await ensureInstallation(store, 2_000)).toEqual(first)
    expect(first.configVersion).toBe(1)
  })
})
