import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const runner = fileURLToPath(new URL('../run.ts', import.meta.url))

/** How a run ends. A fault that could not be tried is neither passed nor missed. */
export const exitCodes = { passed: 0, missed: 1, skipped: 3 } as const

/** Runs one fault in a process of its own, which prints its line. Answers with the exit code. */
export function runAlone(name: string, args: string[]): number | null {
  return spawnSync(process.execPath, ['--import', 'tsx', runner, name, ...args], { stdio: 'inherit' }).status
}
