import { eventEnvelope, idOf, type HostileInput } from './hostile-input.ts'

const texts = [
  'a\0b',
  '\0',
  '\ud800x',
  'x\udc00',
  '\udc00\ud800',
  '‮txt.exe',
  '﻿x',
  'á'.repeat(300),
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{constructor}}',
  "=cmd|'/C calc'!A0",
  '+1',
  '-1',
  '@SUM(1)',
  '	=1',
  '\r=1',
  '<!channel> @everyone [x](javascript:1) ```',
  "'; DROP TABLE events; --",
  '%',
  '_',
  '*',
  'NEAR(a, b)',
  '\\',
  '\\u0000',
  'a\r\nBcc: x@example.com',
  'http://127.0.0.1:9/app.js',
  '../../../../etc/passwd',
  'C:\\',
  '${jndi:ldap://x}',
  ' '.repeat(300),
]

const bytes: [name: string, hex: string][] = [
  ['bytes that no text has', 'fffe'],
  ['an overlong zero', 'c080'],
  ['a form of five bytes', 'f888808080'],
  ['half a letter', 'e282'],
  ['a surrogate', 'eda080'],
]

const numbers = [
  '1e999',
  '-1e999',
  '1e-999',
  '1e200000',
  '-0',
  '123456789012345678901',
  'NaN',
  'Infinity',
  '01',
  '0x1',
]
const times = [
  '0',
  '-1',
  '1e15',
  '1e18',
  '1e300',
  '"NaN"',
  '"2026-13-45T99:99:99Z"',
  '"+275761-01-01T00:00:00Z"',
  '""',
  '"2026-11-25"',
  '"1e9"',
  'true',
  '"0000-00-00T00:00:00Z"',
]

/** Text that breaks databases, pages and files, and numbers that break arithmetic, at each place of an event. */
export function textsAndNumbers(): HostileInput[] {
  return [
    ...texts.map((text, index) => ({
      name: `the text ${JSON.stringify(text).slice(0, 40)} everywhere`,
      body: eventEnvelope(everywhere(idOf(70_000 + index), text)),
      statuses: [200],
    })),
    ...bytes.map(([name, hex], index) => ({ name, body: rawBytes(idOf(71_000 + index), hex) })),
    { name: 'an event in UTF-16', body: eventEnvelope(Buffer.from('\ufeff{"message":"x"}', 'utf16le')) },
    { name: 'an event behind a mark of UTF-8', body: eventEnvelope('\ufeff{"message":"x"}') },
    ...numbers.map((number, index) => ({
      name: `the number ${number} everywhere`,
      body: eventEnvelope(numbered(idOf(72_000 + index), number)),
    })),
    ...times.map((time, index) => ({
      name: `the time ${time}`,
      body: eventEnvelope(
        `{"event_id":"${idOf(73_000 + index)}","message":"time ${index}","timestamp":${time}}`,
      ),
      statuses: [200],
    })),
  ]
}

function everywhere(id: string, text: string): object {
  const frame = {
    filename: text,
    function: text,
    module: text,
    abs_path: text,
    context_line: text,
    vars: { [text]: text },
  }
  return {
    event_id: id,
    release: text,
    environment: text,
    transaction: text,
    logger: text,
    server_name: text,
    platform: text,
    exception: {
      values: [
        {
          type: text,
          value: text,
          module: text,
          stacktrace: { frames: [frame] },
        },
      ],
    },
    tags: {
      [text]: text,
      plain: text,
    },
    user: {
      id: text,
      email: text,
      username: text,
      [text]: text,
    },
    extra: { [text]: [text] },
    contexts: { [text]: { [text]: text } },
    request: {
      url: text,
      method: text,
      query_string: text,
      headers: { [text]: text },
      data: text,
    },
    breadcrumbs: [
      {
        message: text,
        category: text,
        type: text,
        data: { [text]: text },
      },
    ],
  }
}

function rawBytes(id: string, hex: string): Buffer {
  const marked = Buffer.from(`{"event_id":"${id}","message":"bytes |","tags":{"place":"|"}}`).toString(
    'latin1',
  )
  return eventEnvelope(
    Buffer.from(marked.replaceAll('|', Buffer.from(hex, 'hex').toString('latin1')), 'latin1'),
  )
}

function numbered(id: string, number: string): string {
  const frame = `{"filename":"a.js","lineno":${number},"colno":${number},"vars":{"n":${number}}}`
  return `{"event_id":"${id}","message":"number","extra":{"n":${number}},"measurements":{"n":{"value":${number}}},
    "user":{"id":${number}},"tags":{"n":${number}},"stacktrace":{"frames":[${frame}]}}`
}
