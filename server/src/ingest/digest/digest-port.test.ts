import { expect, it } from 'vitest'
import type { Answer, Arrival } from '../arrival.ts'
import { Refusal } from '../refusal.ts'
import { createDigestPort } from './digest-port.ts'

const stored: Answer = { status: 200, body: { id: 'ab'.repeat(16) } }

function arrivalOf(bytes: number): Omit<Arrival, 'kind' | 'id'> {
  return {
    projectId: 1,
    body: new Uint8Array(bytes),
    encoding: 'identity',
    receivedAtMs: 0,
    fallbackEventId: '00'.repeat(16),
    clientIp: undefined,
    clientName: undefined,
  }
}

function portOf(queueBytes: number) {
  const sent: Arrival[] = []
  return { sent, port: createDigestPort((arrival) => void sent.push(arrival), queueBytes) }
}

it('answers an arrival with what the worker says of it', async () => {
  const { sent, port } = portOf(100)
  const answer = port.submit(arrivalOf(10))
  port.settle({ kind: 'answer', id: sent[0]?.id ?? -1, answer: stored })
  expect(await answer).toBe(stored)
})

it('refuses at once while more bytes wait than may, and takes again when they are answered', async () => {
  const { sent, port } = portOf(100)
  const first = port.submit(arrivalOf(90))
  await expect(port.submit(arrivalOf(11))).rejects.toMatchObject({ name: 'Refusal', status: 429 })
  port.settle({ kind: 'answer', id: sent[0]?.id ?? -1, answer: stored })
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

it('tells all who wait when the worker is gone', async () => {
  const { port } = portOf(100)
  const answer = port.submit(arrivalOf(1))
  port.abandon()
  expect((await answer).status).toBe(503)
})
