import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { Config } from './config/config.ts'
import type { FromDigestWorker, ToDigestWorker, TroubleMessage } from './digest-worker.ts'
import type { SettingsMessage } from './ingest/arrival.ts'
import { createDigestPort, type DigestPort, type QueueCapacity } from './ingest/digest/digest-port.ts'
import { gatherArrivals } from './ingest/digest/gather-arrivals.ts'
import { createQueryThread } from './query-thread.ts'
import { errorOf } from './store/sqlite/thread-failure.ts'
import { openWriterStore, type WriterStore } from './store/sqlite/writer-store.ts'
import type { Store } from './store/store.ts'

const poolConnections = 10

/** The digest worker, and the two ways to it: arrivals and, on SQLite, units. */
export interface DigestThread {
  digest: DigestPort
  store: Store
  /** To be called with the settings of all projects, and again when one changes. */
  useSettings(settings: SettingsMessage['settings']): void
  /** Resolves if the thread dies by itself; the server cannot go on then. */
  died: Promise<Error>
  /** Lets it finish what waits, and ends it. */
  stop(): Promise<void>
}

interface Loading {
  /** As `loadDigestWorker` gave it. */
  worker: Worker
  tellFull(): void
}

/** Lets the thread open the database, which is of this version. */
export async function startDigestThread(
  config: Config,
  { worker, tellFull }: Loading,
): Promise<DigestThread> {
  worker.ref()
  const send = (message: ToDigestWorker, transfer: ArrayBuffer[] = []): void =>
    worker.postMessage(message, transfer)
  const arrivals = gatherArrivals((gathered, transfer) =>
    send({ kind: 'arrivals', arrivals: gathered }, transfer),
  )
  const digest = createDigestPort(arrivals.add, capacityOf(config))
  const writer = openWriter(config, send)
  const died = new Promise<Error>((resolve) => {
    worker.once('error', resolve)
    worker.on('message', (message: FromDigestWorker) => {
      if (message.kind === 'lost') resolve(errorOf(message.error, 'The database'))
      else if (message.kind === 'full') tellFull()
      else deliver(message, digest, writer)
    })
  })
  send({ kind: 'open' })
  await untilReady(worker)
  const store = writer ?? (await openServerStore(config))
  const useSettings = (settings: SettingsMessage['settings']): void => send({ kind: 'settings', settings })
  const close = (): void => {
    arrivals.flush()
    send({ kind: 'close' })
  }
  return { digest, store, useSettings, died, stop: () => stop(worker, digest, store, close) }
}

function openWriter({ database }: Config, send: (message: ToDigestWorker) => void): WriterStore | undefined {
  if (database.engine !== 'sqlite') return undefined
  return openWriterStore(database.file, send, createQueryThread(database.file))
}

/** Below the five seconds after which clients that were refused come again: then nothing of before is left. */
const longestWaitMs = 4_000

/** A quarter of the connections is left: to tell the others that they come too often, and for people. */
function capacityOf({ limits }: Config): QueueCapacity {
  return { bytes: limits.queueBytes, requests: Math.ceil(limits.sockets * 0.75), waitMs: longestWaitMs }
}

function deliver(
  message: Exclude<FromDigestWorker, TroubleMessage>,
  digest: DigestPort,
  writer: WriterStore | undefined,
): void {
  if (message.kind === 'answers') message.answers.forEach(digest.settle)
  else if (message.kind !== 'ready') writer?.settle(message)
}

async function untilReady(worker: Worker): Promise<void> {
  // The first message is "ready"; an error before it rejects.
  await once(worker, 'message')
}

async function openServerStore({ database }: Config): Promise<Store> {
  if (database.engine === 'sqlite') throw new Error('On SQLite the store writes through the digest worker.')
  const { openPool, openPostgresStore } = await import('./store/postgres/connection.ts')
  return openPostgresStore(openPool(database.url, poolConnections))
}

async function stop(worker: Worker, digest: DigestPort, store: Store, close: () => void): Promise<void> {
  const exited = once(worker, 'exit')
  close()
  await exited
  digest.abandon()
  await store.close()
}
