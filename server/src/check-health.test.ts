import { expect, it } from 'vitest'
import { checkHealth, type Signs } from './check-health.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'

function signs(given: Partial<Signs> = {}): Signs {
  return { load: { bytes: 0, oldestMs: 0 }, limits: { queueBytes: 1_000 }, trouble: undefined, ...given }
}

onBothEngines((open) => {
  it.each([
    ['nothing waits', signs()],
    ['half of the queue waits', signs({ load: { bytes: 500, oldestMs: 10 } })],
  ])('where %s, all is well', async (_, given) => {
    const { reader } = await open()
    expect(await checkHealth(reader, given)).toEqual({ status: 'ok', reasons: [] })
  })

  it.each([
    ['more than half of the queue waits', signs({ load: { bytes: 501, oldestMs: 10 } }), /More than half/],
    ['something has waited for long', signs({ load: { bytes: 1, oldestMs: 5_001 } }), /five seconds/],
    ['nothing can be stored', signs({ trouble: 'The disk is full.' }), /The disk is full/],
  ])('where %s, it says so', async (_, given, words) => {
    const { reader } = await open()
    expect(await checkHealth(reader, given)).toEqual({
      status: 'degraded',
      reasons: [expect.stringMatching(words)],
    })
  })
})

it('a store that cannot be read has failed', async () => {
  const reader = {
    selectFrom() {
      throw new Error('gone')
    },
  }
  expect(await checkHealth(reader as never, signs())).toEqual({
    status: 'failed',
    reasons: ['The database cannot be read.'],
  })
})
