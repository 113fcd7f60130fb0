import { expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { Refusal } from './refusal.ts'
import { createRefusedTally, type RefusedAtDoor, type RefusedInput } from './refused-tally.ts'

function tallying() {
  const written: RefusedInput[] = []
  const write = async (_unit: unknown, input: RefusedInput): Promise<void> => void written.push(input)
  return { written, tally: createRefusedTally({ write } as unknown as Store) }
}

function refused(override: Partial<RefusedAtDoor> = {}): RefusedAtDoor {
  return {
    projectId: 7,
    publicKey: 'abc',
    clientName: 'sentry.python/2.68.0',
    receivedAtMs: 1_000,
    headers: { host: 'x' },
    key: 'known',
    category: 'default',
    ...override,
  }
}

const tooLarge = new Refusal(413, 'Too large.')
const unknownKey = new Refusal(403, 'No project has it.')

it('what is refused for the same reason is one row and one example', async () => {
  const { written, tally } = tallying()
  for (let times = 0; times < 3; times += 1) tally.note(refused(), 'invalid', tooLarge)
  await tally.flush()
  expect(written).toMatchObject([
    {
      outcomes: [
        { projectId: 7, publicKey: 'abc', sdk: 'sentry.python/2.68.0', reason: 'too_large', quantity: 3 },
      ],
      refusals: [{ projectId: 7, detail: 'Too large.', headers: { host: 'x' } }],
    },
  ])
})

it('of a kind the last five details are examples, each once', async () => {
  const { written, tally } = tallying()
  for (let times = 0; times < 2; times += 1) {
    for (const detail of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'f'])
      tally.note(refused(), 'invalid', new Refusal(400, detail))
  }
  tally.note(refused(), 'invalid', tooLarge)
  await tally.flush()
  const details = written[0]?.refusals.map(({ detail }) => detail)
  expect(details).toEqual(['c', 'd', 'e', 'g', 'f', 'Too large.'])
  expect(written[0]?.outcomes).toMatchObject([{ quantity: 16 }, { quantity: 1 }])
})

it('nothing is written twice, nor when there is nothing', async () => {
  const { written, tally } = tallying()
  await tally.flush()
  tally.note(refused(), 'invalid', tooLarge)
  await tally.flush()
  await tally.flush()
  expect(written).toHaveLength(1)
})

it('a key that nobody has counts under project 0, and its example is told to the project that was named', async () => {
  const { written, tally } = tallying()
  tally.note(refused({ key: 'unknown', publicKey: 'nobody' }), 'invalid', unknownKey)
  await tally.flush()
  expect(written).toMatchObject([
    {
      outcomes: [{ projectId: 0, publicKey: '', sdk: '', quantity: 1 }],
      refusals: [{ projectId: 7, publicKey: 'nobody', sdk: 'sentry.python/2.68.0' }],
    },
  ])
})

it('a flood of invented keys and names is counted whole in a bounded number of rows', async () => {
  const { written, tally } = tallying()
  for (let index = 0; index < 5_000; index += 1) {
    tally.note(refused({ clientName: `client${index}/1` }), 'invalid', tooLarge)
    tally.note(refused({ key: 'unknown', publicKey: `key${index}` }), 'invalid', unknownKey)
  }
  await tally.flush()
  const outcomes = written[0]?.outcomes ?? []
  expect(outcomes.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(10_000)
  expect(outcomes).toHaveLength(202)
  expect(written[0]?.refusals).toHaveLength(2)
})

it('what is refused is counted apart by what it is', async () => {
  const { written, tally } = tallying()
  for (const category of ['error', 'feedback', 'error'])
    tally.note(refused({ category }), 'invalid', tooLarge)
  await tally.flush()
  expect(written[0]?.outcomes).toMatchObject([
    { category: 'error', quantity: 2 },
    { category: 'feedback', quantity: 1 },
  ])
  expect(written[0]?.refusals.map(({ category }) => category)).toEqual(['error', 'feedback'])
})

it('in a flood of a key every sixteenth is looked at and stands for those that follow, until the next flush', async () => {
  const { written, tally } = tallying()
  const full = new Refusal(429, 'Full.')
  const lookedAt: number[] = []
  for (let times = 0; times < 133; times += 1) {
    if (tally.noteAgain('abc', full)) continue
    lookedAt.push(times)
    tally.note(refused({ category: times < 120 ? 'error' : 'feedback' }), 'limited', full)
  }
  expect(lookedAt).toEqual([...Array(100).keys(), 112, 128])
  expect([tally.noteAgain('abc', tooLarge), tally.noteAgain('of another', full)]).toEqual([false, false])
  await tally.flush()
  expect(written[0]?.outcomes).toMatchObject([
    { category: 'error', quantity: 128 },
    { category: 'feedback', quantity: 5 },
  ])
  expect(tally.noteAgain('abc', full)).toBe(false)
})
