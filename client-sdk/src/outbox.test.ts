import { expect, it } from 'vitest'
import { Outbox } from './outbox.ts'
import type { ReplyHeaders } from './rate-limits.ts'

const accepted: ReplyHeaders = { status: 200, rateLimits: undefined, retryAfter: undefined }

/** An outbox whose server answers when the test says so. */
function anOutbox() {
  const posted: { envelope: string; answer: (reply: ReplyHeaders) => void; fail: () => void }[] = []
  const clock = { now: Date.UTC(2026, 0, 1) }
  const transport = (envelope: string): Promise<ReplyHeaders> =>
    new Promise((resolve, reject) =>
      posted.push({ envelope, answer: resolve, fail: () => reject(new Error('down')) }),
    )
  return { outbox: new Outbox(transport, () => clock.now), posted, clock }
}

/** Lets what was answered be worked on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function dropsIn(envelope: string): Record<string, number> {
  const report = envelope.split('\n').find((line) => line.includes('discarded_events')) ?? '{}'
  const { discarded_events: dropped = [] }: { discarded_events?: { reason: string; quantity: number }[] } =
    JSON.parse(report)
  return Object.fromEntries(dropped.map(({ reason, quantity }) => [reason, quantity]))
}

it('posts at once, four at a time, in order', async () => {
  const { outbox, posted } = anOutbox()
  for (const name of ['a', 'b', 'c', 'd', 'e']) outbox.add(name)
  expect(posted.map(({ envelope }) => envelope)).toEqual(['a', 'b', 'c', 'd'])
  posted[0]?.answer(accepted)
  await settle()
  expect(posted.at(-1)?.envelope).toBe('e')
})

it('keeps a hundred envelopes waiting, and counts the rest as lost', async () => {
  const { outbox, posted } = anOutbox()
  for (let at = 0; at < 4 + 100 + 7; at += 1) outbox.add(`envelope ${at}`)
  posted[0]?.answer(accepted)
  await settle()
  expect(dropsIn(posted[4]?.envelope ?? '')).toEqual({ queue_overflow: 7 })
})

it('keeps four million characters waiting, and counts the rest as lost', async () => {
  const { outbox, posted } = anOutbox()
  const large = 'x'.repeat(1_000_000)
  for (let at = 0; at < 4 + 4 + 2; at += 1) outbox.add(large)
  posted[0]?.answer(accepted)
  await settle()
  expect(dropsIn(posted[4]?.envelope ?? '')).toEqual({ queue_overflow: 2 })
})

it('does not send while the server wants no more, and does again when the time is over', async () => {
  const { outbox, posted, clock } = anOutbox()
  outbox.add('a')
  posted[0]?.answer({ status: 429, rateLimits: '60:error', retryAfter: undefined })
  await settle()
  outbox.add('b')
  await settle()
  expect(posted).toHaveLength(1)
  clock.now += 60_000
  outbox.add('c')
  expect(dropsIn(posted[1]?.envelope ?? '')).toEqual({ ratelimit_backoff: 2 })
})

it.each([
  ['network_error', (post: { fail: () => void }) => post.fail()],
  [
    'send_error',
    (post: { answer: (reply: ReplyHeaders) => void }) => post.answer({ ...accepted, status: 500 }),
  ],
])('counts an event that could not be delivered as %s', async (reason, fail) => {
  const { outbox, posted } = anOutbox()
  outbox.add('a')
  const [first] = posted
  if (first !== undefined) fail(first)
  await settle()
  outbox.add('b')
  expect(dropsIn(posted[1]?.envelope ?? '')).toEqual({ [reason]: 1 })
})

it('reports a loss until a report has arrived, and then no more', async () => {
  const { outbox, posted } = anOutbox()
  outbox.countDrop('before_send')
  outbox.add('a')
  posted[0]?.fail()
  await settle()
  outbox.add('b')
  expect(dropsIn(posted[1]?.envelope ?? '')).toEqual({ before_send: 1, network_error: 1 })
  posted[1]?.answer(accepted)
  await settle()
  outbox.add('c')
  expect(posted[2]?.envelope).toBe('c')
})

it('is drained when everything was answered', async () => {
  const { outbox, posted } = anOutbox()
  expect(await outbox.drained(0)).toBe(true)
  outbox.add('a')
  const drained = outbox.drained(60_000)
  posted[0]?.answer(accepted)
  expect(await drained).toBe(true)
})

it('is not drained when the time is over first', async () => {
  const { outbox } = anOutbox()
  outbox.add('a')
  expect(await outbox.drained(0)).toBe(false)
})

it('gives out what has no answer yet, once', () => {
  const { outbox } = anOutbox()
  for (const name of ['a', 'b', 'c', 'd', 'e']) outbox.add(name)
  expect(outbox.takeUnsent(['last'])).toEqual(['last', 'a', 'b', 'c', 'd', 'e'])
  expect(outbox.takeUnsent([])).toEqual([])
})

it('gives out nothing while the server wants no more', async () => {
  const { outbox, posted } = anOutbox()
  outbox.add('a')
  posted[0]?.answer({ status: 429, rateLimits: undefined, retryAfter: '60' })
  await settle()
  expect(outbox.takeUnsent(['last'])).toEqual([])
})
