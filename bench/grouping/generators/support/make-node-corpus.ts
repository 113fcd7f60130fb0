import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from './collector.ts'
import { deployProgram, type Deployment } from './deploy.ts'
import { runProgram } from './run-program.ts'
import { cachedFolder } from './sdk-cache.ts'
import { writeCorpus, type MadeRow } from './write-corpus.ts'

export interface NodeProgram {
  corpus: string
  /** The folder of the program, whose package.json names what it needs besides the SDK. */
  program: string
  entry: string
  /** Each with a version of @sentry/node. */
  deployments: (Deployment & { sdk: string })[]
}

export async function makeNodeCorpus({ corpus, program, entry, deployments }: NodeProgram): Promise<void> {
  const collector = await startCollector()
  const rows: MadeRow[] = []
  for (const [index, { sdk, ...deployment }] of deployments.entries()) {
    const packages = await installPackages(corpus, program, sdk)
    const base = mkdtempSync(join(tmpdir(), 'corpus-'))
    const target = deployProgram(program, base, deployment)
    cpSync(packages, join(target, 'node_modules'), { recursive: true })
    await runProgram('node', [entry], target, { DSN: collector.dsn, RELEASE: `${corpus}@1.${index}.0` })
    const deploy = `d${index + 1}-sdk-${sdk}`
    rows.push(...collector.take().map((event) => ({ lang: 'node', deploy, neutral: { [base]: '' }, event })))
    rmSync(base, { recursive: true })
  }
  await collector.close()
  writeCorpus(corpus, rows)
}

async function installPackages(corpus: string, program: string, sdk: string): Promise<string> {
  const folder = await cachedFolder(`${corpus}-${sdk}`, async (fresh) => {
    cpSync(join(program, 'package.json'), join(fresh, 'package.json'))
    await runCommand('npm', ['install', '--ignore-scripts', '--save-exact', `@sentry/node@${sdk}`], fresh)
  })
  return join(folder, 'node_modules')
}
