import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { Config } from './config/config.ts'
import { AppError } from './domain/app-error.ts'
import { startServer, type RunningServer } from './main.ts'

/**
 * Runs the server until it is told to stop. A second signal ends the process at once. What makes it impossible to go
 * on also does: nothing more may be acknowledged or written then, and clients send again what was under way.
 */
export async function serve(config: Config, worker: Worker): Promise<void> {
  const server = await startServer(config, worker)
  // Before anybody knows that it runs: a signal that nobody waits for ends the process where it stands.
  const told = untilSignal()
  announce(config, server)
  const reason = await Promise.race([told, server.died])
  if (reason !== undefined) {
    process.stderr.write(`${describe(reason)}\n`)
    process.exit(1)
  }
  void untilSignal().then(() => process.exit(1))
  await server.stop()
}

function announce({ publicUrl }: Config, { port, setupUrl }: RunningServer): void {
  const lines = [`Mishap is running at ${publicUrl ?? `http://localhost:${port}`}`]
  if (setupUrl !== undefined) lines.push(`Create the first account: ${setupUrl}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function untilSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
}

/** What people can act on is one line. */
function describe(reason: Error): string {
  if (reason instanceof AppError) return reason.message
  return `The digest worker died: ${reason.stack ?? reason.message}`
}
