import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { createDigestPort } from './digest-port.ts'

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

function portOf(queueKibibytes: number) {
  const sent: Arrival[] = []
  const port = createDigestPort((arrival) => void sent.push(arrival), queueKibibytes * kibibyte)
  const settle = (index: number): void =>
    port.settle({ kind: 'answer', id: sent[index]?.id ?? -1, answer: stored })
  return { sent, port, settle }
}

it('answers an arrival with what the worker says of it', async () => {
  const { port, settle } = portOf(100)
  const answer = port.submit(arrivalOf(10))
  settle(0)
  expect(await answer).toBe(stored)
})

it('refuses at once while more bytes wait than may, and takes again when they are answered', async () => {
  const { sent, port, settle } = portOf(100)
  const first = port.submit(arrivalOf(90))
  await expect(port.submit(arrivalOf(11))).rejects.toMatchObject({ name: 'Refusal', status: 429 })
  settle(0)
  await first
  void port.submit(arrivalOf(11))
  expect(sent).toHaveLength(2)
})

it('takes one arrival however large, so that the queue limit is no second size limit', async () => {
  const { sent, port } = portOf(100)
  void port.submit(arrivalOf(500))
  expect(sent).toHaveLength(1)
  await expect(port.submit(arrivalOf(1))).rejects.toBeInstanceOf(Refusal)
})

it('counts what an arrival takes besides its body, so that empty ones cannot wait without end', async () => {
  const { sent, port } = portOf(100)
  for (let count = 0; count < 100; count += 1) void port.submit(arrivalOf(1))
  expect(sent).toHaveLength(100)
  await expect(port.submit(arrivalOf(1))).rejects.toMatchObject({ status: 429 })
})

it('tells all who wait when the worker is gone', async () => {
  const { port } = portOf(100)
  const answers = [port.submit(arrivalOf(1)), port.submit(arrivalOf(1, 2))]
  port.abandon()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503])
})

describe('beside a project that fills the queue', () => {
  function flooded() {
    const all = portOf(100)
    for (let count = 0; count < 100; count += 1) void all.port.submit(arrivalOf(1, 1))
    return all
  }

  it('another still gets its share in', async () => {
    const { sent, port } = flooded()
    for (let count = 0; count < 25; count += 1) void port.submit(arrivalOf(1, 2))
    expect(sent).toHaveLength(125)
    await expect(port.submit(arrivalOf(1, 2))).rejects.toMatchObject({ status: 429 })
  })

  it('another gets one arrival in that is larger than its share', async () => {
    const { sent, port } = flooded()
    void port.submit(arrivalOf(90, 2))
    expect(sent).toHaveLength(101)
    await expect(port.submit(arrivalOf(1, 2))).rejects.toMatchObject({ status: 429 })
  })

  it('it gets no more in itself until less than its share waits', async () => {
    const { sent, port, settle } = flooded()
    void port.submit(arrivalOf(1, 2))
    for (let index = 0; index < 75; index += 1) settle(index)
    await expect(port.submit(arrivalOf(1, 1))).rejects.toMatchObject({ status: 429 })
    settle(75)
    void port.submit(arrivalOf(1, 1))
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
      const { sent, port } = portOf(100)
      const submit = (kibibytes: number, project: number): void =>
        void port.submit(arrivalOf(kibibytes, project)).catch(() => undefined)
      for (const { project, kibibytes } of arrivals) submit(kibibytes, project)
      const waiting = sent.reduce((sum, { body }) => sum + body.length + kibibyte, 0)
      expect(waiting).toBeLessThanOrEqual(200 * kibibyte)
      submit(1, 9)
      expect(sent.at(-1)?.projectId).toBe(9)
    }),
  )
})
