import { expect, it } from 'vitest'
import { groupEvent, markInApp } from '../grouping/index.ts'
import { scrubEvent } from '../scrub/index.ts'
import { defaultProjectSettings } from '../project-settings.ts'
import { cleanTree } from './clean-tree.ts'
import { defaultEventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { normaliseEvent } from './normalise-event.ts'
import { parseEventJson } from './parse-event-json.ts'
import type { JsonObject } from './read-json.ts'
import { readEventJson } from './read-event-json.ts'
import { isRecurring } from './recurring.ts'
import { stringifyEvent } from './stringify-event.ts'
import { trimEvent } from './trim-event.ts'

const origin = { eventId: '0'.repeat(32), receivedAtMs: Date.UTC(2026, 10, 23) }

/** Without a position of the last, which is noted as damaged. */
function someFrames(word: string, count = 12): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    filename: `/srv/app/${word}-${index}.js`,
    function: `${word}${index}`,
    lineno: index === 0 ? 'none' : index,
    context_line: `  ${word}("é", [${index}])\n`,
    in_app: index % 2 === 0,
  }))
}

function anEvent(frames: JsonObject[], more: JsonObject = {}): JsonObject {
  return {
    exception: {
      values: [
        { type: 'Error', value: 'cause', stacktrace: { frames: someFrames('cause') } },
        { type: 'Error', value: 'fresh', stacktrace: { frames } },
      ],
    },
    threads: { values: [{ id: 1, stacktrace: { frames } }] },
    modules: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`module-${index}`, `1.${index}`])),
    sdk: {
      name: 'sdk',
      version: '1.0',
      integrations: Array.from({ length: 30 }, (_, index) => `one ${index}`),
    },
    ...more,
  }
}

function bytesOf(event: Json): Uint8Array {
  return Buffer.from(JSON.stringify(event))
}

/** All that is made of what was read. */
function finish(raw: Json): { text: string; hash: string; isKnown: boolean } {
  const { scrubbing } = defaultProjectSettings
  const marked = markInApp(scrubEvent(normaliseEvent(raw as JsonObject, origin), scrubbing))
  const trimmed = trimEvent(marked)
  const stack = trimmed.exception?.values.at(-1)?.stacktrace
  return {
    text: stringifyEvent(trimmed),
    hash: Buffer.from(groupEvent(marked).hash).toString('hex'),
    isKnown: stack !== undefined && isRecurring(stack),
  }
}

const events: [what: string, event: JsonObject][] = [
  ['stacks of exceptions and threads', anEvent(someFrames('usual'))],
  [
    'the same stack beside other data of that name',
    anEvent(someFrames('beside'), { extra: { frames: someFrames('beside') } }),
  ],
  [
    'a text that looks like the end of a stack',
    anEvent(someFrames('tricky"}]}'), { message: '"frames":[{}]' }),
  ],
  [
    'a stack with secrets',
    anEvent([...someFrames('secret'), { function: 'f', vars: { password: 'x1y2z3' } }]),
  ],
  ['a stack that is too long', anEvent(someFrames('long', 300))],
  ['a stack of which not all can be kept', anEvent([...someFrames('nul'), { function: 'a\0b' }])],
  ['a long number', anEvent(someFrames('number'), { extra: { id: 1 } })],
]

it.each(events)('reads an event that comes again as it was read at first: %s', (_what, event) => {
  const first = finish(cleanTree(parseEventJson(bytesOf(event))))
  for (let time = 0; time < 4; time += 1) {
    const again = finish(readEventJson(bytesOf(event)))
    expect(again.text).toBe(first.text)
    expect(again.hash).toBe(first.hash)
  }
})

it('knows a stack that it has seen twice, whatever stands around it', () => {
  const known = [0, 1, 2].map((at) => {
    const event = anEvent(someFrames('known'), { message: `visit ${at}`, extra: { at } })
    return finish(readEventJson(bytesOf(event))).isKnown
  })
  expect(known).toEqual([false, true, true])
})

it('refuses what is no JSON around a known stack with the words that it has for all', () => {
  const event = JSON.stringify(anEvent(someFrames('broken')))
  for (let time = 0; time < 3; time += 1) readEventJson(Buffer.from(event))
  expect(() => readEventJson(Buffer.from(`${event}]`))).toThrow('The event is not valid JSON')
})

it('does not use a stack that was read with other bounds', () => {
  const event = bytesOf(anEvent([...someFrames('bounds'), Object.fromEntries(someKeys(40))]))
  for (let time = 0; time < 3; time += 1) readEventJson(event)
  const tight = { ...defaultEventBounds, keysPerObject: 20 }
  expect(readEventJson(event, tight)).toEqual(cleanTree(parseEventJson(event), tight))
})

function someKeys(count: number): [string, Json][] {
  return Array.from({ length: count }, (_, index) => [`key${index}`, index])
}

it('gives a client no stack for the words that stand for one', () => {
  const event = anEvent(someFrames('forged'))
  for (let time = 0; time < 3; time += 1) readEventJson(bytesOf(event))
  const forged = { ...event, stacktrace: { frames: 'The known part 0' } }
  expect(readEventJson(bytesOf(forged))).toEqual(forged)
})
