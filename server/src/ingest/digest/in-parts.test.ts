import { expect, it } from 'vitest'
import type { Decoded } from '../decode/decoded.ts'
import { anArrival, anEnvelope, decode, ownId } from '../decode/testing/an-arrival.ts'
import { inParts } from './in-parts.ts'

const million = 1_000_000

function withFiles(...bytes: number[]): Decoded {
  const files = bytes.map((_, at): [object, unknown] => [
    { type: 'attachment', filename: `${at}` },
    Buffer.from('x'),
  ])
  const decoded = decode(anArrival(anEnvelope({ event_id: ownId }, [{ type: 'event' }, {}], ...files)))
  const attachments = decoded.attachments.map((file, at) => ({
    ...file,
    content: Buffer.alloc(bytes[at] ?? 0),
  }))
  return { ...decoded, attachments }
}

function sizes(decoded: Decoded): number[][] {
  return inParts(decoded).map(({ attachments }) => attachments.map(({ content }) => content.length / million))
}

it('files are recorded in slices, in order', () => {
  expect(sizes(withFiles(2 * million, 2 * million, million, 9 * million, million))).toEqual([
    [2, 2],
    [1],
    [9],
    [1],
  ])
})

it('all else comes with the last of them, once', () => {
  const decoded = withFiles(4 * million, million)
  const parts = inParts(decoded)
  expect(parts.map(({ events, outcomes }) => events.length + outcomes.length)).toEqual([0, 1])
  expect(inParts(withFiles())).toHaveLength(1)
})
