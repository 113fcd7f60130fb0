import { eventEnvelope, idOf, type HostileInput } from './hostile-input.ts'

const mebibyte = 1024 * 1024

function item(headers: object, payload: string | object): string {
  return `${JSON.stringify(headers)}\n${typeof payload === 'string' ? payload : JSON.stringify(payload)}\n`
}

function event(number: number, message: string): object {
  return { event_id: idOf(20_000 + number), message }
}

/** Envelopes whose parts do not fit, repeat themselves or never end. */
export function envelopeFraming(): HostileInput[] {
  return [...lengths(), ...heads(), ...crowds(), ...ids(), ...events(), ...wholes()]
}

function lengths(): HostileInput[] {
  const payload = JSON.stringify(event(0, 'lengths'))
  const said = [-1, 0, 1, payload.length - 1, payload.length + 1, 1e6, 1e15, 1e300, 1.5, '7', null, [], true]
  return said.map((length, index) => ({
    name: `an item of length ${JSON.stringify(length)}`,
    body: `{}\n${item({ type: 'event', length }, event(index, 'lengths'))}${item({ type: 'event' }, event(50 + index, 'its neighbour'))}`,
  }))
}

function heads(): HostileInput[] {
  const wrong = [
    '',
    'null',
    '[]',
    '"x"',
    '0',
    '{',
    '{}{}',
    '\0',
    '{"type":7}',
    '{"type":null}',
    '{"type":"__proto__"}',
  ]
  return [
    ...wrong.map((head) => ({
      name: `the first line ${JSON.stringify(head)}`,
      body: `${head}\n${item({ type: 'event' }, event(100, 'heads'))}`,
    })),
    ...wrong.map((head) => ({
      name: `the line of an item ${JSON.stringify(head)}`,
      body: `{}\n${head}\n{"message":"heads"}\n`,
    })),
    { name: 'a line of 10 MB', body: `{"x":"${'x'.repeat(10 * mebibyte)}`, statuses: [400, 413] },
    {
      name: 'a line of an item of 10 MB',
      body: `{}\n{"type":"${'x'.repeat(10 * mebibyte)}"}\n{}`,
      statuses: [400, 413],
    },
    {
      name: 'ends of lines as Windows has them',
      body: `{}\r\n{"type":"event"}\r\n${JSON.stringify(event(101, 'lines'))}\r\n`,
    },
  ]
}

function crowds(): HostileInput[] {
  const types = ['event', 'attachment', 'session', 'made up', 'client_report', 'user_report', '']
  const empty = types.flatMap((type) =>
    [900, 10_000].map((count) => ({
      name: `${count} empty items of type "${type}"`,
      body: `{}\n${`${JSON.stringify({ type, length: 0 })}\n\n`.repeat(count)}`,
    })),
  )
  const unknown = Array.from({ length: 900 }, (_, index) => item({ type: `type ${index}` }, {})).join('')
  return [...empty, { name: '900 types that nobody knows', body: `{}\n${unknown}` }]
}

function ids(): HostileInput[] {
  const all = [
    '../../../..(rig)',
    'f'.repeat(33),
    'AB'.repeat(16),
    '',
    null,
    7,
    [],
    {},
    '\0'.repeat(32),
    '0'.repeat(32),
  ]
  return all.flatMap((id, index) => [
    {
      name: `the id ${JSON.stringify(id)} in the head`,
      body: eventEnvelope({ message: `head ${index}` }, { event_id: id }),
    },
    {
      name: `the id ${JSON.stringify(id)} in the event`,
      body: eventEnvelope({ event_id: id, message: `event ${index}` }),
    },
  ])
}

function events(): HostileInput[] {
  const many = (count: number, from: number): string =>
    Array.from({ length: count }, (_, index) => item({ type: 'event' }, event(from + index, 'many'))).join('')
  const one = item({ type: 'event' }, event(300, 'one'))
  return [
    { name: 'two events', body: `{}\n${many(2, 310)}` },
    { name: 'twelve events', body: `{}\n${many(12, 320)}` },
    { name: 'an event twice', body: `{}\n${one}${one}` },
    { name: 'the same event again', body: `{}\n${one}` },
    {
      name: 'an event after a damaged one',
      body: `{}\n${item({ type: 'event' }, '{"message":')}${many(1, 340)}`,
    },
  ]
}

function wholes(): HostileInput[] {
  const statuses = [400, 413]
  const all = ['null', '[]', '"x"', '0', '', 'true', '{', '{"message":"x"', '[{"message":"x"}]']
  return [
    ...all.map((text) => ({
      name: `the event ${JSON.stringify(text)}`,
      body: eventEnvelope(text),
      statuses,
    })),
    { name: 'no body', body: '', statuses },
    { name: 'a body of line ends', body: '\n'.repeat(100_000), statuses },
    { name: 'a body of zeros', body: Buffer.alloc(100_000), statuses },
  ]
}
