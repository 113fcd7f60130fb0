import { once } from 'node:events'
import type { Config } from './config/config.ts'
import { startServer, type RunningServer } from './main.ts'

/** Runs the server until it is told to stop. A second signal ends the process at once. */
export async function serve(config: Config): Promise<void> {
  const server = await startServer(config)
  announce(config, server)
  await Promise.race([untilSignal(), server.died.then(rethrow)])
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

function rethrow(error: Error): never {
  throw new Error(`The digest worker died: ${error.message}`, { cause: error })
}
