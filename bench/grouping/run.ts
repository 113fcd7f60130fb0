// Scores the grouping on events whose bug is known: npm run bench:grouping -- [--explain] [FILE…]
import { parseArgs } from 'node:util'
import { groupEvent } from '../../server/src/domain/grouping/index.ts'
import { baselines } from './baselines/index.ts'
import { bindEvents } from './bind-events.ts'
import { explainRows } from './explain.ts'
import { listCorpora, readCorpus, type Corpus } from './read-corpus.ts'
import { scoreRows } from './score.ts'
import { timeEvents } from './time-events.ts'

const { values, positionals } = parseArgs({
  options: { explain: { type: 'boolean' } },
  allowPositionals: true,
})

for (const path of positionals.length > 0 ? positionals : listCorpora()) {
  const corpus = readCorpus(path)
  printOurs(corpus, values.explain === true)
  printBaselines(corpus)
}

function printOurs({ name: corpus, rows }: Corpus, withReasons: boolean): void {
  const events = rows.map(({ event }) => event)
  const bound = bindEvents(events)
  const grouped = rows.map(({ truth }, index) => ({ truth, group: '', key: '', ...bound[index] }))
  print(JSON.stringify({ corpus, ...scoreRows(grouped), ...timeEvents(events, groupEvent) }))
  if (withReasons) for (const line of explainRows(grouped)) print(line)
}

function printBaselines({ name: corpus, rows }: Corpus): void {
  const events = rows.map(({ event }) => event)
  for (const [baseline, groupOf] of Object.entries(baselines)) {
    const grouped = rows.map(({ truth, event }) => ({ truth, group: groupOf(event) }))
    print(JSON.stringify({ corpus, baseline, ...scoreRows(grouped), ...timeEvents(events, groupOf) }))
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
