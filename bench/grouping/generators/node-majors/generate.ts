// One program under the five majors of @sentry/node: node --import tsx bench/grouping/generators/node-majors/generate.ts
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
  { sdk: '7.120.4', root: '/srv/clinic', linesAbove: 0 },
  { sdk: '8.55.2', root: '/home/deploy/releases/20260301120000/clinic', linesAbove: 3 },
  { sdk: '9.47.2', root: '/home/deploy/releases/20260317093011/clinic', linesAbove: 11 },
  { sdk: '10.78.0', root: '/app', linesAbove: 0 },
  { sdk: '11.12.0', root: '/app', linesAbove: 27 },
  { sdk: '11.12.0', root: '/opt/clinic-5f0c2e1/current', linesAbove: 8 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, root, linesAbove }] of deployments.entries()) {
  const packages = await cachedFolder(`node-${sdk}`, async (folder) => {
    cpSync(join(program, 'package.json'), join(folder, 'package.json'))
    await runCommand('npm', ['install', '--ignore-scripts', '--save-exact', `@sentry/node@${sdk}`], folder)
  })
  const base = mkdtempSync(join(tmpdir(), 'corpus-'))
  const target = deployProgram(program, base, { root, linesAbove })
  cpSync(join(packages, 'node_modules'), join(target, 'node_modules'), { recursive: true })
  await runProgram('node', ['main.cjs'], target, { DSN: collector.dsn, RELEASE: `clinic@1.${index}.0` })
  const deploy = `d${index + 1}-sdk-${sdk}`
  rows.push(...collector.take().map((event) => ({ lang: 'node', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('node-majors', rows)
