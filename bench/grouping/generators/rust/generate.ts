// A greenhouse under two versions of Rust's sentry: node --import tsx bench/grouping/generators/rust/generate.ts
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { runProgram } from '../support/run-program.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
const deployments = [
  { sdk: '0.34.0', root: '/home/ci/greenhouse', linesAbove: 0 },
  { sdk: '0.49.5', root: '/home/ci/greenhouse', linesAbove: 17 },
  { sdk: '0.49.5', root: '/build/src', linesAbove: 4 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, root, linesAbove }] of deployments.entries()) {
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root, linesAbove })
  const manifest = join(target, 'Cargo.toml')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('=SDK', `=${sdk}`))
  await runCommand('cargo', ['build', '--quiet'], target)
  const env = { DSN: collector.dsn, RELEASE: `greenhouse@0.${index}.0` }
  await runProgram(join(target, 'target/debug/greenhouse'), [], target, env)
  const deploy = `d${index + 1}-sdk-${sdk}`
  rows.push(...collector.take().map((event) => ({ lang: 'rust', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('rust', rows)
