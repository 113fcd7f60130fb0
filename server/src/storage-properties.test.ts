import fc from 'fast-check'
import { it } from 'vitest'
import { defaultStorageSettings } from './domain/storage/index.ts'
import { aLab } from './grouping-runs/testing/a-lab.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { aCommand, budget, StorageWorld } from './testing/storage-world.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 600_000
const runs = 15

onBothEngines((open) => {
  it(
    'whatever is recorded, trimmed, pinned, regrouped and forgotten, counts are exact and payloads can be read',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aCommand, { minLength: 4, maxLength: 14 }), async (commands) => {
          const world = new StorageWorld(
            await aLab(open, { ...defaultStorageSettings, payloadsPerIssue: budget }),
          )
          for (const command of commands) {
            await world.obey(command)
            await world.expectExact()
          }
        }),
        { numRuns: runs },
      )
    },
    slowMs,
  )
})
