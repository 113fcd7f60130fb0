// A shop on other people's libraries: node --import tsx bench/grouping/generators/python-libraries/generate.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, succeeds } from '../../../../e2e/sdks/support/run-command.ts'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { runProgram } from '../support/run-program.ts'
import { cachedFolder } from '../support/sdk-cache.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
const deployments = [
  { sdk: '1.45.1', python: 'python3.11', root: '/srv/shop', linesAbove: 0 },
  { sdk: '2.75.0', python: 'python3.11', root: '/srv/shop', linesAbove: 22 },
  { sdk: '2.75.0', python: 'python3.11', root: '/code', linesAbove: 6 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { sdk, python, root, linesAbove }] of deployments.entries()) {
  if (!(await succeeds(python, ['--version']))) throw new Error(`There is no ${python}: install it.`)
  const packages = await cachedFolder(`python-libraries-${sdk}`, (folder) => {
    const wanted = [`sentry-sdk==${sdk}`, '-r', join(program, 'requirements.txt')]
    return runCommand(python, ['-m', 'pip', 'install', '-q', '--target', folder, ...wanted], folder)
  })
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root, linesAbove })
  const env = {
    DSN: collector.dsn,
    RELEASE: `shop@7.${index}`,
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
writeCorpus('python-libraries', rows)
