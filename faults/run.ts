// Breaks what a server stands on and looks whether it keeps its promises: npm run faults -- NAME|all [--short]
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runAll } from './support/run-all.ts'
import { runOne } from './support/run-one.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const builtServer = fileURLToPath(new URL('../server/bin/mishap.js', import.meta.url))

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    server: { type: 'string', default: builtServer },
  },
  allowPositionals: true,
})
const [name = ''] = positionals
const names = listFaults()

if (name === 'all')
  process.exitCode = runAll(
    names,
    process.argv.slice(2).filter((arg) => arg !== 'all'),
  )
else if (names.includes(name)) process.exitCode = await runOne(`${folder}${name}.ts`, name, optionsOf(values))
else {
  process.stderr.write(
    `npm run faults -- NAME [--short] [--seed NUMBER]\nNAME is all or one of ${names.join(', ')}.\n`,
  )
  process.exitCode = 2
}

/** One file each, beside this one. */
function listFaults(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  return files.map((file) => file.slice(0, -'.ts'.length)).toSorted()
}

function optionsOf({ short, seed, server }: typeof values) {
  if (!existsSync(server)) throw new Error(`There is no server at ${server}.`)
  return { short, server, seed: seed === undefined ? randomSeed() : Number(seed) }
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}
