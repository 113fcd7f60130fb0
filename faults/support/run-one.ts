import { exitCodes } from './run-alone.ts'
import { Lacking, type FaultOptions, type FaultResult } from './fault.ts'

type Fault = (options: FaultOptions) => Promise<FaultResult>

/** Runs one fault, prints its line, and answers with the exit code. */
export async function runOne(file: string, fault: string, options: FaultOptions): Promise<number> {
  const { short, seed } = options
  const startedAt = performance.now()
  const print = (outcome: keyof typeof exitCodes, more: object): number => {
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    process.stdout.write(`${JSON.stringify({ fault, outcome, short, seed, seconds, ...more })}\n`)
    return exitCodes[outcome]
  }
  try {
    const { run } = (await import(file)) as { run: Fault }
    const { figures, misses } = await run(options)
    return misses.length === 0 ? print('passed', figures) : print('missed', { ...figures, misses })
  } catch (error) {
    if (error instanceof Lacking) return print('skipped', { because: error.message })
    return print('missed', {
      misses: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    })
  }
}
