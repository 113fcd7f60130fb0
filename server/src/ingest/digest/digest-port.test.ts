import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { createDigestPort, type Submission } from './digest-port.ts'

const stored: Answer = { status: 200, body: { id: 'ab'.repeat(16) } }
const kibibyte = 1024

/** Takes so many KiB of the queue: one of them is what every arrival takes besides its body. */
function arrivalOf(kibibytes: number, projectId = 1): Omit<Arrival, 'kind' | 'id'> {
  return {
    projectId,
    publicKey: 'ab'.repeat(16),
    form: 'envelope',
    body: new Uint8Array((kibibytes - 1) * kibibyte),
    encoding: 'identity',
    receivedAtMs: 0,
    fallbackEventId: '00'.repeat(16),
    clientIp: undefined,
    clientName: undefined,
    headers: {},
  }
}

function portOf(queueKibibytes: number, requests = 1_000) {
  const sent: Arrival[] = []
  const capacity = { bytes: queueKibibytes * kibibyte, requests, waitMs: 500 }
  const clock = { nowMs: 0 }
  const port = createDigestPort(
    (arrival) => void sent.push(arrival),
    capacity,
    () => clock.nowMs,
  )
  const submit: Submission['send'] = (arrival) => port.submit().send(arrival)
  /** Room is free once who waited has heard of it. */
  const settle = async (index: number): Promise<void> => {
    port.settle({ kind: 'answer', id: sent[index]?.id ?? -1, answer: stored })
    await new Promise(setImmediate)
  }
  return { sent, port, submit, settle, clock }
}

it('answers an arrival with what the worker says of it', async () => {
  const { submit, settle } = portOf(100)
  const answer = submit(arrivalOf(10))
  await settle(0)
  expect(await answer).toBe(stored)
})

it('refuses at once while more bytes wait than may, and takes again when they are answered', async () => {
  const { sent, submit, settle } = portOf(100)
  const first = submit(arrivalOf(90))
  await expect(submit(arrivalOf(11))).rejects.toMatchObject({ name: 'Refusal', status: 429 })
  await settle(0)
  await first
  void submit(arrivalOf(11))
  expect(sent).toHaveLength(2)
})

it('takes one arrival however large, so that the queue limit is no second size limit', async () => {
  const { sent, submit } = portOf(100)
  void submit(arrivalOf(500))
  expect(sent).toHaveLength(1)
  await expect(submit(arrivalOf(1))).rejects.toBeInstanceOf(Refusal)
})

it('counts what an arrival takes besides its body, so that empty ones cannot wait without end', async () => {
  const { sent, submit } = portOf(100)
  for (let count = 0; count < 100; count += 1) void submit(arrivalOf(1))
  expect(sent).toHaveLength(100)
  await expect(submit(arrivalOf(1))).rejects.toMatchObject({ status: 429 })
})

it('tells all who wait when the worker is gone', async () => {
  const { port, submit } = portOf(100)
  const answers = [submit(arrivalOf(1)), submit(arrivalOf(1, 2))]
  port.abandon()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503])
})

describe('beside a project that fills the queue', () => {
  function flooded() {
    const all = portOf(100)
    for (let count = 0; count < 100; count += 1) void all.submit(arrivalOf(1, 1))
    return all
  }

  it('another still gets its share in', async () => {
    const { sent, submit } = flooded()
    for (let count = 0; count < 25; count += 1) void submit(arrivalOf(1, 2))
    expect(sent).toHaveLength(125)
    await expect(submit(arrivalOf(1, 2))).rejects.toMatchObject({ status: 429 })
  })

  it('another gets one arrival in that is larger than its share', async () => {
    const { sent, submit } = flooded()
    void submit(arrivalOf(90, 2))
    expect(sent).toHaveLength(101)
    await expect(submit(arrivalOf(1, 2))).rejects.toMatchObject({ status: 429 })
  })

  it('it gets no more in itself until less than its share waits', async () => {
    const { sent, submit, settle } = flooded()
    void submit(arrivalOf(1, 2))
    for (let index = 0; index < 75; index += 1) await settle(index)
    await expect(submit(arrivalOf(1, 1))).rejects.toMatchObject({ status: 429 })
    await settle(75)
    void submit(arrivalOf(1, 1))
    expect(sent).toHaveLength(102)
  })
})

it('while three projects flood, another gets in, and no more than twice the limit waits', () => {
  const flood = fc.array(
    fc.record({ project: fc.integer({ min: 1, max: 3 }), kibibytes: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(flood, (arrivals) => {
      const { sent, submit: hand } = portOf(100)
      const submit = (kibibytes: number, project: number): void =>
        void hand(arrivalOf(kibibytes, project)).catch(() => undefined)
      for (const { project, kibibytes } of arrivals) submit(kibibytes, project)
      const waiting = sent.reduce((sum, { body }) => sum + body.length + kibibyte, 0)
      expect(waiting).toBeLessThanOrEqual(200 * kibibyte)
      submit(1, 9)
      expect(sent.at(-1)?.projectId).toBe(9)
    }),
  )
})

describe('what is read of a request', () => {
  it('counts like what waits, for its project too, until it ends', async () => {
    const { port, submit } = portOf(100)
    const reading = port.submit()
    reading.assign(1)
    reading.hold(90 * kibibyte)
    await expect(submit(arrivalOf(11))).rejects.toMatchObject({ status: 429 })
    reading.end()
    void submit(arrivalOf(11))
    expect(port.load().bytes).toBe(11 * kibibyte)
  })

  it('is refused as soon as it is more than there is room for, whoever sends it', () => {
    const { port } = portOf(100)
    const [first, second] = [port.submit(), port.submit()]
    first.hold(150 * kibibyte)
    second.hold(50 * kibibyte)
    expect(() => second.hold(51 * kibibyte)).toThrow(Refusal)
    expect(() => second.expectRoom(51 * kibibyte)).toThrow(Refusal)
    first.end()
    second.hold(51 * kibibyte)
  })

  it('makes way for what comes of it', async () => {
    const { port, settle } = portOf(100)
    const reading = port.submit()
    reading.assign(1)
    reading.hold(80 * kibibyte)
    const answer = reading.send(arrivalOf(90))
    expect(port.load().bytes).toBe(90 * kibibyte)
    await settle(0)
    expect((await answer).status).toBe(200)
    port.submit().hold(150 * kibibyte)
  })
})

describe('while as many requests wait as may', () => {
  function waiting(count: number) {
    const all = portOf(1_000, 8)
    const enter = (projectId: number): Submission => {
      const submission = all.port.submit()
      submission.assign(projectId)
      return submission
    }
    for (let index = 0; index < count; index += 1) void all.submit(arrivalOf(1, 1))
    return { ...all, enter }
  }

  it('another of the project is refused before it is read, until one is answered', async () => {
    const { enter, settle } = waiting(8)
    const refused = enter(1)
    expect(() => refused.expectRoom(1)).toThrow(Refusal)
    await settle(0)
    refused.expectRoom(1)
  })

  it('those that are only read take no place, and what was read is not refused', () => {
    const { enter, sent } = waiting(7)
    const reading = [enter(1), enter(1), enter(1)]
    for (const submission of reading) submission.expectRoom(1)
    for (const submission of reading) void submission.send(arrivalOf(1, 1))
    expect(sent).toHaveLength(10)
  })

  it('a quarter as many of another project may come', () => {
    const { enter, sent } = waiting(8)
    for (let index = 0; index < 2; index += 1) {
      const submission = enter(2)
      submission.expectRoom(1)
      void submission.send(arrivalOf(1, 2))
    }
    expect(sent).toHaveLength(10)
    expect(() => enter(2).expectRoom(1)).toThrow(Refusal)
  })

  it('one that is refused or breaks off after all leaves its place', () => {
    const { enter } = waiting(8)
    const first = enter(2)
    void first.send(arrivalOf(1, 2))
    first.end()
    for (let index = 0; index < 2; index += 1) {
      const next = enter(2)
      next.expectRoom(1)
      void next.send(arrivalOf(1, 2))
    }
  })
})

describe('while the first of a project waits for too long', () => {
  function enter({ port }: ReturnType<typeof portOf>, projectId: number): Submission {
    const submission = port.submit()
    submission.assign(projectId)
    return submission
  }

  it('no other of it may join, until that is answered', async () => {
    const all = portOf(1_000)
    void all.submit(arrivalOf(1, 1))
    all.clock.nowMs = 499
    enter(all, 1).expectRoom(1)
    void all.submit({ ...arrivalOf(1, 1), receivedAtMs: 499 })
    all.clock.nowMs = 500
    expect(() => enter(all, 1).expectRoom(1)).toThrow(Refusal)
    await all.settle(0)
    enter(all, 1).expectRoom(1)
    await all.settle(1)
    all.clock.nowMs = 5_000
    enter(all, 1).expectRoom(1)
  })

  it('another project is not held up', () => {
    const all = portOf(1_000)
    void all.submit(arrivalOf(1, 1))
    all.clock.nowMs = 5_000
    enter(all, 2).expectRoom(1)
  })
})
