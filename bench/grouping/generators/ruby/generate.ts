// A lending library under sentry-raven and sentry-ruby: node --import tsx bench/grouping/generators/ruby/generate.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { startCollector } from '../support/collector.ts'
import { deployProgram } from '../support/deploy.ts'
import { runProgram } from '../support/run-program.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))
/** The gems come from the system, such as Debian's `ruby-sentry-raven` and `ruby-sentry-ruby-core`. */
const deployments = [
  { gem: 'sentry-raven', root: '/srv/lending', linesAbove: 0 },
  { gem: 'sentry-raven', root: '/srv/lending', linesAbove: 9 },
  { gem: 'sentry-ruby', root: '/var/www/lending/releases/20260405090000', linesAbove: 4 },
  { gem: 'sentry-ruby', root: '/var/www/lending/releases/20260419173000', linesAbove: 21 },
]

const collector = await startCollector()
const rows: MadeRow[] = []

for (const [index, { gem, root, linesAbove }] of deployments.entries()) {
  const base = mkdtempSync(`${tmpdir()}/corpus-`)
  const target = deployProgram(program, base, { root, linesAbove })
  await runProgram('ruby', ['main.rb', gem], target, { DSN: collector.dsn, RELEASE: `lending@2.${index}` })
  const deploy = `d${index + 1}-${gem}`
  rows.push(...collector.take().map((event) => ({ lang: 'ruby', deploy, neutral: { [base]: '' }, event })))
  rmSync(base, { recursive: true })
}

await collector.close()
writeCorpus('ruby', rows)
