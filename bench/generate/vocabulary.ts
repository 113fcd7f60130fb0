import { deflateRawSync } from 'node:zlib'
import { collectWords } from '../../server/src/domain/search/split-words.ts'
import { seedRandom, type Random } from '../load/random.ts'

const verbs =
  'load save fetch parse render apply merge send open close read write sync build find check sort move'
const nouns =
  'User Cart Order Invoice Payment Session Token Basket Product Price Address Report Chart Filter Query Index Row Page Form Field Ticket Queue Batch Worker Socket Cache Image Video Audio Thread'
const ends = ['', 'List', 'ById', 'Async', 'Once', 'Safely', 'Page', 'Store', 'Handler', 'Worker']
const errors =
  'TypeError RangeError ReferenceError SyntaxError KeyError ValueError TimeoutError NetworkError DatabaseError ValidationError'
const problems = [
  'Cannot read properties of undefined (reading "#")',
  '# is not a function',
  'Timeout of 5000 ms exceeded while waiting for #',
  'connect ECONNREFUSED at #',
  'duplicate key value violates unique constraint "#"',
  'Unexpected token in # at position 1',
  'Maximum call stack size exceeded in #',
  'Request failed with status code 500 for #',
]

/** A text with its words, split once: a million documents are put together from these. */
export interface Phrase {
  text: string
  words: string[]
}

export interface Vocabulary {
  calls: { function: Phrase; file: Phrase }[]
  types: Phrase[]
  problems: string[]
  crumbs: Phrase[]
}

export function makeVocabulary(): Vocabulary {
  const calls = verbs.split(' ').flatMap((verb) =>
    nouns.split(' ').flatMap((noun) =>
      ends.map((end) => ({
        function: phrase(`${verb}${noun}${end}`),
        file: phrase(`src/${noun.toLowerCase()}/${verb}-${end.toLowerCase() || 'index'}.ts`),
      })),
    ),
  )
  const crumbs = nouns.split(' ').map((noun) => phrase(`GET /api/${noun.toLowerCase()}s 200`))
  return { calls, types: errors.split(' ').map(phrase), problems, crumbs }
}

export function phrase(text: string): Phrase {
  const words = new Set<string>()
  collectWords(text, words, 100)
  return { text, words: [...words] }
}

/** Of a list the first often and the last seldom: the n-th about 1/n as often as the first. */
export function pickOften<Item>(random: Random, items: Item[]): Item {
  const at = Math.floor(Math.exp((random.below(1_000_000) / 1_000_000) * Math.log(items.length + 1))) - 1
  const item = items[Math.min(at, items.length - 1)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

/** Payloads of whole events, as an issue's first and as later ones; a few that many events share. */
export function makePayloads(vocabulary: Vocabulary, count: number): { first: Buffer; later: Buffer }[] {
  const random = seedRandom(7)
  return Array.from({ length: count }, () => {
    const json = eventJson(vocabulary, random, 1)
    const later = deflateRawSync(eventJson(vocabulary, random, 2), {
      level: 1,
      dictionary: Buffer.from(json),
    })
    return { first: deflateRawSync(json, { level: 1 }), later }
  })
}

function eventJson({ calls, types, crumbs }: Vocabulary, random: Random, version: number): string {
  const frames = Array.from({ length: 12 }, (_, at) => {
    const call = pickOften(random, calls)
    const { text: name } = call.function
    const { text: filename } = call.file
    return {
      function: name,
      filename,
      lineno: 10 + at,
      in_app: at > 6,
      context_line: `  return ${name}(value)`,
    }
  })
  return JSON.stringify({
    event_id: '0'.repeat(32),
    timestamp: '2026-01-01T00:00:00.000Z',
    received: '2026-01-01T00:00:00.000Z',
    type: 'error',
    level: 'error',
    platform: 'node',
    release: `shop@${version}.0.0`,
    environment: 'production',
    exception: {
      values: [{ type: pickOften(random, types).text, value: 'It failed.', stacktrace: { frames } }],
    },
    breadcrumbs: { values: crumbs.slice(0, 8).map(({ text }) => ({ category: 'http', message: text })) },
    tags: { customer: `customer ${random.below(1_000)}` },
  })
}
