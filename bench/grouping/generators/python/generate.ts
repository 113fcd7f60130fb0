// A laboratory under two majors of sentry-sdk and four of Python: node --import tsx bench/grouping/generators/python/generate.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { runCommand, succeeds } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { runProgram } from '../support/run-program.ts'
import { cachedFolder } from '../support/sdk-cache.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
const deployments = [
  { sdk: '1.9.10', python: 'python3.9', root: '/srv/lab/app', linesAbove: 0 },
  { sdk: '1.45.1', python: 'python3.11', root: '/srv/lab/app', linesAbove: 14 },
  { sdk: '2.1.1', python: 'python3.11', root: '/opt/venvs/lab-2026.3/app', linesAbove: 5 },
  { sdk: '2.75.0', python: 'python3.12', root: '/usr/src/app', linesAbove: 0 },
  { sdk: '2.75.0', python: 'python3.13', root: '/usr/src/app', linesAbove: 31 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, python, root, linesAbove }] of deployments.entries()) {
  if (!(await succeeds(python, ['--version']))) throw new Error(`There is no ${python}: install it.`)
  const packages = await cachedFolder(`python-${sdk}`, (folder) =>
    runCommand(python, ['-m', 'pip', 'install', '-q', '--target', folder, `sentry-sdk==${sdk}`], folder),
  )
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root, linesAbove })
  const env = {
    DSN: collector.dsn,
    RELEASE: `lab@3.${index}`,
    PYTHONPATH: packages,
    PYTHONDONTWRITEBYTECODE: '1',
  }
  await runProgram(python, ['main.py'], target, env)
  const deploy = `d${index + 1}-sdk-${sdk}-${python}`
  const neutral = { [base]: '', [packages]: '/usr/lib/python3/site-packages' }
  rows.push(...collector.take().map((event) => ({ lang: 'python', deploy, neutral, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('python-majors', rows)
