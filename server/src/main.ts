import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { buildAccounts } from './accounts/accounts.ts'
import { hasAccount } from './accounts/first-account.ts'
import { setupToken } from './accounts/setup-token.ts'
import { buildApp } from './app.ts'
import { checkHealth } from './check-health.ts'
import type { Config } from './config/config.ts'
import { AppError } from './domain/app-error.ts'
import { createGroupingRuns } from './grouping-runs/grouping-runs.ts'
import { groupingRunRoutes } from './grouping-runs/routes.ts'
import { healthRoute } from './http/health-route.ts'
import { createLimiter } from './domain/limits/index.ts'
import { buildListener } from './ingest/listener.ts'
import { createRefusedTally } from './ingest/refusals/refused-tally.ts'
import { seedMonths } from './ingest/seed-months.ts'
import { createMergeSuggester } from './issues/regroup/suggest-merges.ts'
import { issueRoutes } from './issues/routes.ts'
import { listen, portOf, stopListening } from './listen.ts'
import { createLogger } from './logger.ts'
import { loadProjectDirectory } from './projects/project-directory.ts'
import { openForServing, type Serving } from './open-for-serving.ts'
import { projectRoutes } from './projects/routes.ts'
import { repeatEverySecond } from './repeat-every-second.ts'
import { createPayloadIndexer } from './search-index/index-payloads.ts'
import { createStorageKeeper } from './storage/keeper.ts'
import { readInstallation } from './store/installation.ts'
import type { Store } from './store/store.ts'
import { version } from './version.ts'

const shutdownGraceMs = 8_000
const time = { now: Date.now, clock: performance.now.bind(performance), pause: setTimeout }
/** When what was sent waits so long, what can wait longer does. */
const busyMs = 20
const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** A running server. */
export interface RunningServer {
  port: number
  /** Of the page that makes the first account; undefined once there is one. */
  setupUrl: string | undefined
  /** Resolves if it cannot go on, with the reason. */
  died: Promise<Error>
  /** Answers what is under way, commits it, and closes everything. */
  stop(): Promise<void>
}

/** The whole program: database, digest worker, app, listener. Rejects with an `AppError` that says what to do. */
export async function startServer(config: Config, worker: Worker): Promise<RunningServer> {
  const logger = createLogger(config.logLevel)
  const serving = await openForServing(config, { worker, logger })
  try {
    return await startListening(config, serving, logger)
  } catch (error) {
    await serving.release()
    throw error
  }
}

async function startListening(config: Config, serving: Serving, logger: Logger): Promise<RunningServer> {
  const { store, digest, disk, useSettings, died, release } = serving
  const secret = await readSecret(store)
  const directory = await loadProjectDirectory(store.reader, useSettings)
  const keeper = createStorageKeeper({ store, storageOf: directory.storageOf, logger, ...time })
  const limiter = createLimiter()
  await seedMonths(store.reader, limiter, Date.now())
  const tally = createRefusedTally(store)
  const runs = await createGroupingRuns({ store, logger, now: Date.now })
  const accounts = buildAccounts({ store, secret, publicUrl: config.publicUrl, logger })
  const app = buildApp({
    routes: [
      healthRoute(version, () =>
        checkHealth(store.reader, { load: digest.load(), limits: config.limits, trouble: disk.trouble() }),
      ),
      ...accounts.routes,
      ...projectRoutes(store),
      ...issueRoutes(store),
      ...groupingRunRoutes(store, runs),
    ],
    authenticate: accounts.authenticate,
    now: Date.now,
    publicUrl: config.publicUrl,
    logger,
    version,
    trustedProxies: config.trustedProxies,
    webFolder,
  })
  const listener = buildListener({
    app,
    findKey: directory.findKey,
    hasProject: directory.hasProject,
    storeTrouble: disk.trouble,
    limiter,
    tally,
    digest: digest.submit,
    trustedProxies: config.trustedProxies,
    wireBytes: config.limits.wireBytes,
    logFailure: (error) => logger.error({ err: error }, 'An ingest request failed'),
    now: Date.now,
  })
  const server = await listen(listener, config.port, config.limits)
  const stopRepeating = repeatEverySecond(
    [directory.refresh, tally.flush, disk.look, ...laterWork(serving), keeper.run],
    logger,
  )

  return {
    port: portOf(server),
    setupUrl: (await hasAccount(store.reader)) ? undefined : setupUrl(config, portOf(server), secret),
    died,
    async stop() {
      stopRepeating()
      await stopListening(server, shutdownGraceMs)
      await Promise.all([runs.stop(), keeper.stop()])
      await tally.flush().catch((error: unknown) => logger.error({ err: error }, 'Refusals were not counted'))
      await release()
    },
  }
}

/** What may wait while more is sent than is written at once. */
function laterWork({ store, digest }: Serving): (() => Promise<void>)[] {
  const isBusy = (): boolean => digest.load().oldestMs > busyMs
  return [createMergeSuggester(store, Date.now), createPayloadIndexer({ store, isBusy, now: Date.now })]
}

async function readSecret({ reader }: Store): Promise<string> {
  const installation = await readInstallation(reader)
  if (installation === undefined) throw new AppError('internal', 'The database has no installation row.')
  return installation.sessionSecret
}

function setupUrl({ publicUrl }: Config, port: number, secret: string): string {
  return `${publicUrl ?? `http://localhost:${port}`}/setup?token=${setupToken(secret)}`
}
