import { expect, it } from 'vitest'
import { countOutcomes, type Outcome } from './count-outcomes.ts'
import { sumOutcomes, sumOutcomesByHour } from './outcomes.ts'
import { defineUnit, type Store } from './store.ts'
import { noon } from './testing/a-record.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const hour = 3_600_000
const count = defineUnit('test.count', (tx, outcomes: Outcome[]) => countOutcomes(tx, outcomes))

function anOutcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    projectId: 1,
    atMs: noon,
    category: 'error',
    outcome: 'accepted',
    reason: '',
    publicKey: 'k1',
    sdk: 'sentry.go/1',
    quantity: 1,
    ...changes,
  }
}

onBothEngines((open) => {
  async function openWithOutcomes(): Promise<Store> {
    const store = await open()
    await store.write(count, [
      anOutcome({ atMs: noon - hour, quantity: 100 }),
      anOutcome({ quantity: 2 }),
      anOutcome({ atMs: noon + hour, quantity: 3 }),
      anOutcome({ outcome: 'invalid', reason: 'malformed', quantity: 7 }),
      anOutcome({ publicKey: 'k2' }),
      anOutcome({ projectId: 2, quantity: 50 }),
    ])
    return store
  }

  it('sums a project’s outcomes from an hour on, largest first', async () => {
    const { reader } = await openWithOutcomes()
    const rows = await sumOutcomes(reader, 1, noon)
    expect(rows.map((row) => [row.outcome, row.reason, row.public_key, Number(row.quantity)])).toEqual([
      ['invalid', 'malformed', 'k1', 7],
      ['accepted', '', 'k1', 5],
      ['accepted', '', 'k2', 1],
    ])
  })

  it('sums them by hour, oldest first', async () => {
    const { reader } = await openWithOutcomes()
    const rows = await sumOutcomesByHour(reader, 1, noon)
    expect(rows.map((row) => [row.hour - noon, row.outcome, Number(row.quantity)])).toEqual([
      [0, 'accepted', 3],
      [0, 'invalid', 7],
      [hour, 'accepted', 3],
    ])
  })

  it('counts under a key that no table takes', async () => {
    const store = await open()
    await store.write(count, [anOutcome({ publicKey: 'a\0\ud800' })])
    expect(await sumOutcomes(store.reader, 1, noon)).toMatchObject([{ public_key: 'a\uFFFD\uFFFD' }])
  })
})
