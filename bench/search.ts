// Searches over the words of issues: what is rare, two words, what is common by last seen, and what is nowhere.
import { prepareDatabase } from './generate/database.ts'
import { eventIdOf } from './generate/plan.ts'
import { makeVocabulary } from './generate/vocabulary.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { large, small } from './load/database-sizes.ts'
import { round } from './load/median.ts'
import { seedRandom } from './load/random.ts'
import { openReader, timeInTurns } from './load/reader.ts'
import { startMishap } from './load/start-mishap.ts'
import type { Plot } from './plot/plot.ts'

const mustMs: Record<string, number> = {
  'a rare word': 5,
  'two words': 10,
  'a common word': 30,
  'no match': 10,
}

export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const size = quick ? small : large
  const server = await startMishap({ ...(await prepareDatabase(size)), ...(node && { node }) })
  const reader = openReader(server)
  const rounds = quick ? 100 : 300
  const lines: BenchLine[] = []
  try {
    for (const [name, wordsOf] of Object.entries(searches(size.issues))) {
      const random = seedRandom(5)
      const queries = Array.from({ length: rounds }, () => encodeURIComponent(wordsOf(random)))
      const pathOf = (turn: number): string => `/issues?project=1&limit=25&query=${queries[turn]}`
      await timeInTurns([reader], 20, pathOf)
      const [times] = await timeInTurns([reader], rounds, pathOf)
      const found = await countFound(reader, queries.slice(0, 20))
      const must = mustMs[name]
      lines.push({
        bench: 'search',
        case: name,
        issues: size.issues,
        p50Ms: round(times?.p50 ?? 0),
        p95Ms: round(times?.p95 ?? 0),
        p99Ms: round(times?.p99 ?? 0),
        found: round(found),
        ...(must && { goals: { P11: judge((times?.p95 ?? 0) <= must) } }),
      })
    }
    return lines
  } finally {
    reader.close()
    await server.stop()
  }
}

type Words = (random: ReturnType<typeof seedRandom>) => string

function searches(issues: number): Record<string, Words> {
  const { calls } = makeVocabulary()
  const call = (at: number): string => calls[at]?.function.text ?? ''
  return {
    'a rare word': (random) => `item${random.below(issues).toString(36)}`,
    'two words': (random) => `"${call(20 + random.below(400))}" "${call(20 + random.below(400))}"`,
    'a common word': (random) => ['error', 'user', 'production', 'load', 'src'][random.below(5)] ?? '',
    'no match': (random) => `zz${random.hex(6)}`,
    'a beginning': (random) =>
      ['pay', 'inv', 'handl', 'time', 'save', 'econn', 'item1'][random.below(7)] ?? '',
    'two common words': (random) =>
      `${['load', 'save', 'parse'][random.below(3)]} ${['cart', 'video'][random.below(2)]}`,
    'a word of some': (random) => `"${call(300 + random.below(2_000))}"`,
    'an event id': (random) => eventIdOf(random.below(issues * 10)).toString('hex'),
  }
}

async function countFound(reader: ReturnType<typeof openReader>, queries: string[]): Promise<number> {
  let found = 0
  for (const query of queries) {
    const path = `/issues?project=1&limit=25&query=${query}`
    const answer = (await reader.get(path)).answer as { items: unknown[] }
    found += answer.items.length
  }
  return found / queries.length
}

export function plot(lines: BenchLine[]): Plot {
  const values = (figure: string) => lines.map((line) => Number(line[figure]))
  return {
    title: `Searches over ${Number(lines[0]?.['issues'])} issues`,
    panels: [
      {
        kind: 'bars',
        title: 'From the request to the whole answer',
        yName: 'ms',
        yScale: 'log',
        categories: lines.map((line) => line.case),
        series: [
          { name: 'p50', values: values('p50Ms') },
          { name: 'p95', values: values('p95Ms') },
        ],
      },
    ],
  }
}
