import { AsyncLocalStorage } from 'node:async_hooks'
import { arch, hostname, release, type } from 'node:os'
import type { Runtime } from './build-event.ts'
import { watchConsole } from './integrations/console.ts'
import { watchOutgoingRequests } from './integrations/node-http.ts'
import { watchProcess } from './integrations/node-process.ts'
import type { Options } from './options.ts'
import { registry } from './registry.ts'
import type { Scope } from './scope.ts'
import { shortenPaths } from './short-paths.ts'
import { addSourceLines, addSourceLinesNow } from './source-lines.ts'
import { start } from './start.ts'
import { httpTransport } from './transports/http.ts'

export * from './public.ts'

const runtime: Runtime = {
  platform: 'node',
  sdkName: 'mishap.javascript.node',
  serverName: hostname,
  contexts: () => ({
    runtime: { name: 'node', version: process.version },
    os: { name: type(), version: release() },
    device: { arch: arch() },
  }),
}

/**
 * Turns the SDK on. Call it once, before the rest of the program. Never throws: a wrong option is said on the
 * console, and without a DSN nothing is reported.
 *
 *     Mishap.init({ dsn: 'https://…@errors.example.org/1', release: 'shop@1.4.2' })
 */
export function init(options: Options): void {
  start(options, {
    runtime,
    makeTransport: httpTransport,
    async enrich(event) {
      await addSourceLines(event)
      shortenPaths(event, workingFolder())
    },
    enrichNow(event) {
      addSourceLinesNow(event)
      shortenPaths(event, workingFolder())
    },
    prepare: () => void (registry().storage ??= new AsyncLocalStorage<Scope>()),
    integrations: [watchProcess, watchConsole, watchOutgoingRequests],
  })
}

/** A process goes on when its folder is removed. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}
