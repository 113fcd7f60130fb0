import { expect, it } from 'vitest'
import { keepRefusals, listRefusals, type RefusalRecord } from './refusals.ts'
import { defineUnit } from './store.ts'
import { noon } from './testing/a-record.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const keep = defineUnit('test.refusals', keepRefusals)

function aRefusal(at: number, changes: Partial<RefusalRecord> = {}): RefusalRecord {
  return {
    projectId: 1,
    category: 'error',
    outcome: 'invalid',
    reason: 'malformed',
    atMs: noon + at,
    detail: `At ${at}.`,
    publicKey: 'a'.repeat(32),
    sdk: undefined,
    headers: {},
    ...changes,
  }
}

onBothEngines((open) => {
  it('keeps the last ten of each kind, newest first', async () => {
    const store = await open()
    for (let at = 0; at < 13; at++) await store.write(keep, [aRefusal(at)])
    await store.write(keep, [aRefusal(20, { reason: 'too_large' })])
    const details = (await listRefusals(store.reader, 1)).map(({ detail }) => detail)
    expect(details).toEqual([20, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((at) => `At ${at}.`))
  })

  it('keeps the newest of each kind in a batch', async () => {
    const store = await open()
    await store.write(keep, [
      aRefusal(1),
      aRefusal(3),
      aRefusal(2, { category: 'session' }),
      aRefusal(0, { projectId: 0 }),
    ])
    const rows = await listRefusals(store.reader, 1)
    expect(rows.map(({ category, at }) => [category, at - noon])).toEqual([
      ['error', 3],
      ['session', 2],
    ])
    expect(await listRefusals(store.reader, 0)).toHaveLength(1)
  })

  it('keeps what a client sent in its detail and headers, also what no table takes', async () => {
    const store = await open()
    const headers = { 'user-agent': 'x\0\ud800' }
    await store.write(keep, [
      aRefusal(0, { detail: 'Unexpected "\0\ud800".', publicKey: '\0', sdk: 'sentry.go/1', headers }),
    ])
    expect(await listRefusals(store.reader, 1)).toMatchObject([
      {
        detail: 'Unexpected "\uFFFD\uFFFD".',
        public_key: '\uFFFD',
        sdk: 'sentry.go/1',
        headers: JSON.stringify(headers),
      },
    ])
  })
})
