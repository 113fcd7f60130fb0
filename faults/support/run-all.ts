import { exitCodes, runAlone } from './run-alone.ts'

/** Runs the faults one after the other, and sums up. Answers with the exit code. */
export function runAll(names: string[], args: string[]): number {
  const codes = names.map((name) => runAlone(name, args))
  const passed = codes.filter((code) => code === exitCodes.passed).length
  const skipped = codes.filter((code) => code === exitCodes.skipped).length
  const failed = codes.length - passed - skipped
  // The form that the test runner's last lines have, for who sums them up.
  const parts = [`${failed} failed`, `${passed} passed`, `${skipped} skipped`]
  process.stdout.write(`Tests  ${parts.join(' | ')} (${codes.length})\n`)
  if (failed > 0) return exitCodes.missed
  return skipped > 0 ? exitCodes.skipped : exitCodes.passed
}
