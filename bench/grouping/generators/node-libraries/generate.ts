// A magazine on other people’s libraries: node --import tsx bench/grouping/generators/node-libraries/generate.ts
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../../../e2e/sdks/support/run-command.ts'
import { runProgram } from '../support/run-program.ts'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { cachedFolder } from '../support/sdk-cache.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
const deployments = [
  { sdk: '9.47.2', root: '/srv/magazine', linesAbove: 0 },
  { sdk: '10.78.0', root: '/srv/magazine', linesAbove: 16 },
  { sdk: '11.12.0', root: '/workspace', linesAbove: 5 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, root, linesAbove }] of deployments.entries()) {
  const packages = await cachedFolder(`node-libraries-${sdk}`, async (folder) => {
    cpSync(join(program, 'package.json'), join(folder, 'package.json'))
    await runCommand('npm', ['install', '--ignore-scripts', '--save-exact', `@sentry/node@${sdk}`], folder)
  })
  const base = mkdtempSync(join(tmpdir(), 'corpus-'))
  const target = deployProgram(program, base, { root, linesAbove })
  cpSync(join(packages, 'node_modules'), join(target, 'node_modules'), { recursive: true })
  await runProgram('node', ['main.js'], target, { DSN: collector.dsn, RELEASE: `magazine@4.${index}.0` })
  const deploy = `d${index + 1}-sdk-${sdk}`
  rows.push(...collector.take().map((event) => ({ lang: 'node', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('node-libraries', rows)
