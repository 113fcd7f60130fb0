import { eventEnvelope, idOf, type HostileInput } from './hostile-input.ts'

const attributes = [
  'message',
  'logentry',
  'exception',
  'stacktrace',
  'threads',
  'tags',
  'user',
  'request',
  'contexts',
  'breadcrumbs',
  'extra',
  'fingerprint',
  'timestamp',
  'level',
  'platform',
  'release',
  'environment',
  'transaction',
  'modules',
  'sdk',
  'debug_meta',
  '_meta',
  'culprit',
  'measurements',
]

/** As JSON, since some of it no value can say. */
const values = [
  'null',
  '[]',
  '[null,[],{},0,""]',
  '"x"',
  '-1',
  '1e999',
  'true',
  '{"values":"x","id":[],"url":{},"formatted":[1]}',
  '{"values":[null,{"type":{},"value":[],"stacktrace":{"frames":[null,{"lineno":-1e999,"vars":[1]}]}}]}',
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"toString":"x","":"y"}',
]

/** Every attribute with values of every wrong kind, and with far too much of it. */
export function eventShapes(): HostileInput[] {
  return [...wrongKinds(), ...tooMuch(), ...tooDeep()]
}

function wrongKinds(): HostileInput[] {
  return attributes.flatMap((attribute, row) =>
    values.map((value, column) => {
      const id = idOf(40_000 + row * 100 + column)
      const message = attribute === 'message' ? '' : `"message":"${attribute} ${column}",`
      return {
        name: `${attribute}: ${value}`,
        body: eventEnvelope(`{"event_id":"${id}",${message}"${attribute}":${value}}`),
        statuses: [200],
      }
    }),
  )
}

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function tooMuch(): HostileInput[] {
  const frame = { function: 'f', filename: 'a.js' }
  const large: Record<string, object> = {
    'tags as 20,000 keys': { tags: Object.fromEntries(many(20_000, (index) => [`tag${index}`, 'x'])) },
    'tags as 100,000 keys': { tags: Object.fromEntries(many(100_000, (index) => [`tag${index}`, 'x'])) },
    'tags with odd names': {
      tags: { toString: 'a', hasOwnProperty: 'b', valueOf: 'c', '': 'd', [' '.repeat(200)]: 'e' },
    },
    '10,000 frames': {
      exception: { values: [{ type: 'E', value: 'x', stacktrace: { frames: many(10_000, () => frame) } }] },
    },
    '100,000 breadcrumbs': { breadcrumbs: many(100_000, () => ({})) },
    '1,000 exceptions': { exception: { values: many(1_000, (index) => ({ type: 'E', value: `${index}` })) } },
    'a fingerprint of 10,000': { fingerprint: many(10_000, (index) => `${index}`) },
    '10,000 contexts': { contexts: Object.fromEntries(many(10_000, (index) => [`c${index}`, { a: 1 }])) },
    'a message of a megabyte': { message: 'x'.repeat(1_000_000) },
    'a context line of 900 KB': {
      exception: {
        values: [{ type: 'E', stacktrace: { frames: [{ ...frame, context_line: 'y'.repeat(900_000) }] } }],
      },
    },
    'a context line of 5 MB': { stacktrace: { frames: [{ ...frame, context_line: 'y'.repeat(5_000_000) }] } },
  }
  return Object.entries(large).map(([name, attribute], index) => ({
    name,
    body: eventEnvelope({ event_id: idOf(50_000 + index), message: name, ...attribute }),
    statuses: [200, 413],
  }))
}

function tooDeep(): HostileInput[] {
  const nest = (open: string, close: string, depth: number): string =>
    open.repeat(depth) + close.repeat(depth)
  const depths = [20, 100, 1_000, 100_000]
  return ['extra', 'tags', 'contexts', 'message', 'exception', 'made_up'].flatMap((attribute, row) =>
    depths.map((depth, column) => {
      const value = column % 2 === 0 ? nest('[', ']', depth) : nest('{"a":', '}', depth).replace('}', '1}')
      const id = idOf(60_000 + row * 10 + column)
      return {
        name: `${attribute} nested ${depth} times`,
        body: eventEnvelope(`{"event_id":"${id}","${attribute}":${value}}`),
      }
    }),
  )
}
