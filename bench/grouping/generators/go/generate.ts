// A freight depot under three versions of sentry-go: node --import tsx bench/grouping/generators/go/generate.ts
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { runProgram } from '../support/run-program.ts'
import { cachedFolder } from '../support/sdk-cache.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
const deployments = [
  { sdk: '0.11.0', root: '/go/src/freight', linesAbove: 0, flags: [] },
  { sdk: '0.29.1', root: '/builds/acme/freight', linesAbove: 12, flags: [] },
  { sdk: '0.50.0', root: '/builds/acme/freight', linesAbove: 30, flags: [] },
  { sdk: '0.50.0', root: '/src', linesAbove: 2, flags: ['-trimpath'] },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, root, linesAbove, flags }] of deployments.entries()) {
  const packages = await cachedFolder(`go-${sdk}`, async (folder) => {
    await runCommand('go', ['mod', 'init', 'freight'], folder)
    await runCommand('go', ['get', `github.com/getsentry/sentry-go@v${sdk}`], folder)
    await runCommand('go', ['get', 'github.com/pkg/errors@v0.9.1'], folder)
  })
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root, linesAbove })
  for (const file of ['go.mod', 'go.sum']) cpSync(join(packages, file), join(target, file))
  await runCommand('go', ['build', '-mod=mod', ...flags, '-o', 'freight.exe', '.'], target)
  await runProgram(join(target, 'freight.exe'), [], target, {
    DSN: collector.dsn,
    RELEASE: `freight@0.${index}`,
  })
  const deploy = `d${index + 1}-sdk-${sdk}`
  rows.push(...collector.take().map((event) => ({ lang: 'go', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('go', rows)
