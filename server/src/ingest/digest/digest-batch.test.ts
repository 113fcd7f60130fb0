import { expect, it } from 'vitest'
import type { Answer, Arrival } from '../arrival.ts'
import type { Decoded } from '../decode/decoded.ts'
import { anArrival, anEnvelope, decode, ownId } from '../decode/testing/an-arrival.ts'
import { digestBatch, type Waiting } from './digest-batch.ts'
import { createTurns, type Turns } from './turns.ts'

const notStored: Answer = { status: 503, body: { detail: 'No.' } }

/** A digest in which what has more than a hundred bytes is large, and is read when the test says so. */
function digesting(record: (batch: Decoded[]) => Answer[] = (batch) => batch.map(({ answer }) => answer)) {
  const log: string[] = []
  const large: (() => void)[] = []
  let now = 0
  const turns: Turns<never, Waiting> = createTurns<never, Waiting>({
    runUnits: async () => undefined,
    runBatch: (queue) =>
      digestBatch(
        {
          decodeSmall: (arrival) => (arrival.body.length > 100 ? undefined : decode(arrival)),
          decodeLarge: (arrival) =>
            new Promise((resolve) => large.push(() => resolve(withLargeFiles(decode(arrival))))),
          async record(batch) {
            const files = batch.map(({ attachments }) => attachments.length).join(' ')
            log.push(`record ${files}`)
            return record(batch)
          },
          answer: (id, { status }) => log.push(`answer ${id} ${status}`),
          release: turns.release,
          now: () => now++ * 20,
        },
        queue,
      ),
  })
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) await new Promise(setImmediate)
  }
  return { log, large, turns, settle }
}

function withLargeFiles(decoded: Decoded): Decoded {
  const attachments = decoded.attachments.map((file) => ({ ...file, content: Buffer.alloc(3_000_000) }))
  return { ...decoded, attachments }
}

function small(id: number, projectId: number): Arrival {
  return anArrival('{}', { id, projectId })
}

function withFiles(id: number, projectId: number, count: number): Arrival {
  const items = Array.from({ length: count }, (_, at): [object, unknown] => [
    { type: 'attachment', filename: `${at}` },
    Buffer.from('x'),
  ])
  return anArrival(anEnvelope({ event_id: ownId, pad: 'x'.repeat(99) }, ...items), { id, projectId })
}

it('what is large is read aside: others go on, its project waits, and stays in order', async () => {
  const { log, large, turns, settle } = digesting()
  for (const arrival of [withFiles(1, 7, 1), small(2, 7), small(3, 8)]) turns.addArrival(arrival)
  await settle()
  expect(log).toEqual(['record 0', 'answer 3 200'])
  large[0]?.()
  await turns.idle()
  expect(log.slice(2)).toEqual(['record 1', 'answer 1 200', 'record 0', 'answer 2 200'])
})

it('it is recorded in parts, between which others have their turn, and answered after the last', async () => {
  const { log, large, turns, settle } = digesting()
  turns.addArrival(withFiles(1, 7, 3))
  turns.addArrival(small(2, 7))
  await settle()
  turns.addArrival(small(3, 8))
  large[0]?.()
  await turns.idle()
  expect(log.filter((line) => line.startsWith('record 1'))).toHaveLength(3)
  expect(log.filter((line) => line.startsWith('answer'))).toEqual([
    'answer 3 200',
    'answer 1 200',
    'answer 2 200',
  ])
})

it('a part that is not stored ends it, and its project goes on', async () => {
  const { log, large, turns, settle } = digesting((batch) =>
    batch.map(({ answer, attachments }) => (attachments.length > 0 ? notStored : answer)),
  )
  turns.addArrival(withFiles(1, 7, 3))
  turns.addArrival(small(2, 7))
  await settle()
  large[0]?.()
  await turns.idle()
  expect(log).toEqual(['record 1', 'answer 1 503', 'record 0', 'answer 2 200'])
})
