import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand, succeeds } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from './collector.ts'
import { deployProgram, type Deployment } from './deploy.ts'
import { runProgram } from './run-program.ts'
import { cachedFolder } from './sdk-cache.ts'
import { writeCorpus, type MadeRow } from './write-corpus.ts'

export interface PythonProgram {
  corpus: string
  /** The folder of the program. */
  program: string
  /** What it needs besides the SDK, as pip names it. */
  packages: string[]
  /** Each with a version of sentry-sdk and a command such as `python3.12`. */
  deployments: (Deployment & { sdk: string; python: string })[]
}

export async function makePythonCorpus({
  corpus,
  program,
  packages,
  deployments,
}: PythonProgram): Promise<void> {
  const collector = await startCollector()
  const rows: MadeRow[] = []
  for (const [index, { sdk, python, ...deployment }] of deployments.entries()) {
    if (!(await succeeds(python, ['--version']))) throw new Error(`There is no ${python}: install it.`)
    const installed = await cachedFolder(`${corpus}-${sdk}`, (folder) =>
      runCommand(
        python,
        ['-m', 'pip', 'install', '-q', '--target', folder, `sentry-sdk==${sdk}`, ...packages],
        folder,
      ),
    )
    const base = mkdtempSync(join(tmpdir(), 'corpus-'))
    const target = deployProgram(program, base, deployment)
    const env = { DSN: collector.dsn, RELEASE: `${corpus}@1.${index}`, PYTHONPATH: installed }
    await runProgram(python, ['-B', 'main.py'], target, env)
    const deploy = `d${index + 1}-sdk-${sdk}-${python}`
    const neutral = { [base]: '', [installed]: '/usr/lib/python3/site-packages' }
    rows.push(...collector.take().map((event) => ({ lang: 'python', deploy, neutral, event })))
    rmSync(base, { recursive: true })
  }
  await collector.close()
  writeCorpus(corpus, rows)
}
