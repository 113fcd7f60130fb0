import { readFileSync } from 'node:fs'

// Adds up the closing lines of test runs: `Tests  1 failed | 2 passed | 3 skipped (6)`.
const totals = { passed: 0, failed: 0, skipped: 0 }
for (const file of process.argv.slice(2)) {
  // oxlint-disable-next-line no-control-regex
  const text = readFileSync(file, 'utf8').replaceAll(/\u001B\[[0-9;]*m/g, '')
  const line = /^\s*Tests\s+(.*)$/m.exec(text)?.[1]
  if (line === undefined) throw new Error(`${file} has no closing line of a test run.`)
  for (const [, count, word] of line.matchAll(/(\d+) (passed|failed|skipped)/g)) {
    if (word === 'passed' || word === 'failed' || word === 'skipped') totals[word] += Number(count)
  }
}
process.stdout.write(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}\n`,
)
if (totals.passed === 0 || totals.failed > 0) process.exitCode = 1
