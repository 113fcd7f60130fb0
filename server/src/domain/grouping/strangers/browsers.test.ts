import { expect, it } from 'vitest'
import type { Event, Frame } from '../../event/event.ts'
import { aFrame } from '../testing/an-event.ts'
import { anException, eventOf, judgePair, type Pair } from '../testing/a-stranger.ts'

const web = (said: string, ...frames: (string | Frame)[]): Event =>
  eventOf('javascript', anException(said, ...frames))
const node = (said: string, ...frames: (string | Frame)[]): Event =>
  eventOf('node', anException(said, ...frames))
const min = (place: string, colno = 9000): Frame => aFrame(place, { lineno: 1, colno })

const pairs: Pair[] = [
  [
    'Vite in development, with its time stamps, and from another folder',
    'one',
    web('Error: seat map is empty', 'http://localhost:5173/src/seats.ts?t=1764000000000#draw'),
    web(
      'Error: seat map is empty',
      'http://localhost:5173/@fs/home/ann/desk/src/seats.ts?t=1764000009999#draw',
    ),
  ],
  [
    'a Vue component that is read from nothing, in two engines',
    'one',
    web(
      "TypeError: Cannot read properties of undefined (reading 'seatRow')",
      min('https://x.example/assets/index-B5gStfNy.js#uc'),
    ),
    web(
      "TypeError: undefined is not an object (evaluating 'e.ticket.seatRow')",
      min('https://x.example/assets/index-B5gStfNy.js#render'),
    ),
  ],
  [
    'two properties of nothing in one minified file',
    'two',
    web(
      "TypeError: Cannot read properties of undefined (reading 'seatRow')",
      min('https://x.example/a.js#uc'),
    ),
    web(
      "TypeError: Cannot read properties of undefined (reading 'seatGate')",
      min('https://x.example/a.js#uc'),
    ),
  ],
  [
    'a chunk of one deployment and of the next',
    'one',
    web('ChunkLoadError: Loading chunk 12 failed. (https://x.example/12.abc123.js)'),
    web('TypeError: Failed to fetch dynamically imported module: https://x.example/seats-1a2b3c4d.js'),
  ],
  [
    'an API that answers 404 and 500',
    'two',
    web('ApiError: 404 on /seats/7', 'https://x.example/src/api.ts#ask'),
    web('ApiError: 500 on /seats/7', 'https://x.example/src/api.ts#ask'),
  ],
  [
    'an API that is asked with other words',
    'one',
    web('ApiError: 500 on /seats?city=oslo', 'https://x.example/src/api.ts#ask'),
    web('ApiError: 500 on /seats?city=rome', 'https://x.example/src/api.ts#ask'),
  ],
  [
    'a number of things that happens to look like a status',
    'one',
    node('StockError: 404 seats left unsold', '/srv/desk/seats.js#count'),
    node('StockError: 317 seats left unsold', '/srv/desk/seats.js#count'),
  ],
  [
    'a file that is missing, as two SDKs say it, in two places of deployment',
    'one',
    node(
      "Error: ENOENT: no such file or directory, open '/srv/desk/conf/fees.json'",
      '/srv/desk/fees.js#readFees',
    ),
    node('Error: ENOENT: no such file or directory, open', '/app/fees.js#readFees'),
  ],
  [
    'a schema that refuses two fields for two reasons',
    'two',
    node(
      'ZodError: [\n  {\n    "code": "invalid_type",\n    "path": ["seat"]\n  }\n]',
      '/app/api/book.js#book',
    ),
    node('ZodError: [\n  {\n    "code": "too_small",\n    "path": ["gate"]\n  }\n]', '/app/api/book.js#book'),
  ],
  [
    'a React boundary that hangs its tree of components on the error',
    'one',
    eventOf(
      'javascript',
      anException('React ErrorBoundary Error: seat map is empty', 'https://x.example/src/Seats.tsx#Seats'),
      anException('Error: seat map is empty', 'https://x.example/src/map.ts#buildMap'),
    ),
    web('Error: seat map is empty', 'https://x.example/src/map.ts#buildMap'),
  ],
  [
    'an extension of the browser and our own code',
    'two',
    web('Error: seat map is empty', 'chrome-extension://abcdef/content.js#buildMap'),
    web('Error: seat map is empty', 'https://x.example/src/map.ts#buildMap'),
  ],
  [
    'a driver on a later tick, of two versions',
    'one',
    node(
      'Error: Connection terminated unexpectedly',
      '/app/node_modules/pg/lib/client.js#Connection.<anonymous>',
      'node:events#Socket.emit',
    ),
    node(
      'Error: Connection terminated unexpectedly',
      '/srv/desk/node_modules/.pnpm/pg@8.11.3/node_modules/pg/lib/client.js#con.once',
      'node:events#emit',
    ),
  ],
  [
    'drivers of two stores',
    'two',
    node('Error: Connection terminated unexpectedly', '/app/node_modules/pg/lib/client.js#end'),
    node('Error: Connection terminated unexpectedly', '/app/node_modules/ioredis/built/redis.js#end'),
  ],
]

it.each(pairs)('strangers in browsers and in Node: %s is %s', (_, verdict, a, b) => {
  const judged = judgePair(a, b)
  expect(judged.verdict, judged.keys).toBe(verdict)
})
