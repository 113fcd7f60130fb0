// Breaks what a server stands on and looks whether it keeps its promises: npm run faults -- NAME|all [--short]
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runAll } from './support/run-all.ts'
import { runBroken } from './support/run-broken.ts'
import { runOne } from './support/run-one.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const builtServer = fileURLToPath(new URL('../server/bin/mishap.js', import.meta.url))
const usage = 'npm run faults -- NAME|all [--short] [--seed NUMBER] [--server PROGRAM] [--broken]'

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    server: { type: 'string', default: builtServer },
    broken: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

process.exitCode = await runNamed(positionals[0] ?? '')

async function runNamed(name: string): Promise<number> {
  const { short, seed, server, broken } = values
  const names = listFaults()
  if (name !== 'all' && !names.includes(name)) return explain(names)
  if (!existsSync(server)) throw new Error(`There is no server at ${server}.`)
  const args = [...(short ? ['--short'] : []), '--seed', seed]
  if (broken) return runBroken(name, server, args)
  if (name === 'all') return runAll(names, [...args, '--server', server])
  return runOne(`${folder}${name}.ts`, name, { short, server, seed: Number(seed) })
}

/** One file each, beside this one. */
function listFaults(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  return files.map((file) => file.slice(0, -'.ts'.length)).toSorted()
}

function explain(names: string[]): number {
  process.stderr.write(`${usage}\nNAME is one of ${names.join(', ')}.\n`)
  return 2
}
