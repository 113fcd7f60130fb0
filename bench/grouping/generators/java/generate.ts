// An airline under two majors of io.sentry:sentry: node --import tsx bench/grouping/generators/java/generate.ts
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
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
  { sdk: '6.34.0', linesAbove: 0 },
  { sdk: '8.62.0', linesAbove: 13 },
  { sdk: '8.62.0', linesAbove: 40 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, linesAbove }] of deployments.entries()) {
  const packages = await cachedFolder(`java-${sdk}`, (folder) => {
    const artifact = [`-Dartifact=io.sentry:sentry:${sdk}`, `-DoutputDirectory=${folder}`]
    return runCommand('mvn', ['-q', '-B', 'dependency:copy', ...artifact], folder)
  })
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root: '/srv/airline', linesAbove })
  const jars = readdirSync(packages).map((jar) => join(packages, jar))
  const sources = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.java'),
  )
  await runCommand('javac', ['-cp', jars.join(':'), '-d', '.', ...sources], target)
  const env = { DSN: collector.dsn, RELEASE: `airline@5.${index}` }
  await runProgram('java', ['-cp', ['.', ...jars].join(':'), 'Main'], target, env)
  const deploy = `d${index + 1}-sdk-${sdk}`
  rows.push(...collector.take().map((event) => ({ lang: 'java', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('java', rows)
