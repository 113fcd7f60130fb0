// Runs benchmarks: npm run bench -- NAME [--quick] [--node PATH] [--only CASE], or `all`. Each prints one JSON line for each case.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Bench } from './load/bench-line.ts'
import { saveResults } from './plot/save-results.ts'

/** In the order of `all`. */
const benches = [
  'ingest',
  'latency',
  'postgres',
  'overload',
  'fairness',
  'list',
  'search',
  'event-page',
  'storage',
  'retention',
  'start',
]
/** Programs with arguments of their own, which are no part of `all`. */
const programs = ['profile', 'decode', 'scrub', 'scrub-recall', 'bombs']

const [name = '', ...rest] = process.argv.slice(2)
if (name === 'all') runAll(rest)
else if (programs.includes(name)) process.exitCode = runProgram(`${name}.ts`, rest)
else if (benches.includes(name)) await runBench(name, rest)
else refuse(name)

async function runBench(bench: string, args: string[]): Promise<void> {
  const {
    quick = false,
    node,
    only,
  } = parseArgs({
    args,
    options: { quick: { type: 'boolean' }, node: { type: 'string' }, only: { type: 'string' } },
  }).values
  const { run, plot } = (await import(`./${bench}.ts`)) as Bench
  const lines = await run({ quick, ...(node && { node }), ...(only && { only }) })
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
  // Of a part no results are kept: they would replace those of the whole.
  if (only === undefined) saveResults(bench, { quick, node: node ?? process.execPath, lines }, plot?.(lines))
}

/** Each in a process of its own: what one leaves in memory would slow the next. */
function runAll(args: string[]): void {
  for (const bench of benches) {
    const fromMs = performance.now()
    const code = runProgram('run.ts', [bench, ...args])
    const seconds = Math.round((performance.now() - fromMs) / 1000)
    process.stderr.write(`${bench}: ${seconds} s${code === 0 ? '' : `, and failed with ${code}`}\n`)
    if (code !== 0) process.exitCode = 1
  }
}

function runProgram(file: string, args: string[]): number {
  const program = fileURLToPath(new URL(file, import.meta.url))
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], { stdio: 'inherit' }).status ?? 1
}

function refuse(unknown: string): void {
  const wrong = unknown === '' ? 'Which benchmark?' : `There is no benchmark called "${unknown}".`
  process.stderr.write(`${wrong} There are: ${[...benches, ...programs, 'all'].join(', ')}.\n`)
  process.exitCode = 1
}
