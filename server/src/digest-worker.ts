import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Config } from './config/config.ts'
import { defaultProjectSettings, type ProjectSettings } from './domain/project-settings.ts'
import type { StorageSettings } from './domain/storage/index.ts'
import type {
  AnswerMessage,
  AnswersMessage,
  Arrival,
  ArrivalsMessage,
  SettingsMessage,
} from './ingest/arrival.ts'
import { decodeSmallArrival } from './ingest/decode/decode-arrival.ts'
import { createSdkLabelBound } from './ingest/bound-sdk-labels.ts'
import { digestBatch, type Waiting } from './ingest/digest/digest-batch.ts'
import { createLargeDecoder } from './ingest/digest/large-decoder.ts'
import { recordBatch } from './ingest/digest/record-batch.ts'
import { createTurns } from './ingest/digest/turns.ts'
import { createLogger } from './logger.ts'
import { createDictionaries } from './store/recorder/dictionaries.ts'
import { openWritingConnection, type WritingConnection } from './store/sqlite/connection.ts'
import { runUnits } from './store/sqlite/run-units.ts'
import { failureOf, type ThreadFailure } from './store/sqlite/thread-failure.ts'
import { troubleOf } from './store/sqlite/trouble-of.ts'
import type { UnitReply, UnitRequest } from './store/sqlite/unit-messages.ts'
import { sqliteWriteHandle } from './store/sqlite/write-handle.ts'
import type { WriteHandle } from './store/write-handle.ts'
import { allUnits } from './units.ts'

/**
 * To this thread: first the word to open the database; then arrivals, on SQLite also units, the settings of all projects whenever they change, and the word to
 * finish what waits and end.
 */
export type ToDigestWorker =
  { kind: 'open' } | ArrivalsMessage | UnitRequest | SettingsMessage | { kind: 'close' }
export type FromDigestWorker = AnswersMessage | UnitReply | TroubleMessage | { kind: 'ready' }

/** The disk is full, or, which is the last that is heard of this thread, the store is lost. */
export type TroubleMessage = { kind: 'full' } | { kind: 'lost'; error: ThreadFailure }

if (parentPort === null) throw new Error('The digest worker is started by the server, as a thread.')
const toServer = parentPort
// Told to open the database. The configuration is what the server's thread gave to `new Worker`.
toServer.once('message', () => void start(toServer, workerData as Config))

/** The second root of the program: the writing connection, and everything that is written through it. */
async function start(port: MessagePort, config: Config): Promise<void> {
  const logger = createLogger(config.logLevel)
  const logFailure = (error: unknown): void => logger.error({ err: error }, 'An event could not be recorded')
  const { handle, connection } = await openForWriting(config)
  const dictionaries = createDictionaries()
  const boundSdkLabels = createSdkLabelBound()
  let settings: SettingsMessage['settings'] = new Map()
  const settingsOf = ({ projectId }: Pick<Arrival, 'projectId'>): ProjectSettings =>
    settings.get(projectId) ?? defaultProjectSettings
  const storageOf = (projectId: number): StorageSettings => settingsOf({ projectId }).storage
  const largeDecoder = createLargeDecoder(new URL('./decode-worker.js', import.meta.url), config.limits)
  const send = (message: FromDigestWorker): void => port.postMessage(message)
  if (connection !== undefined) watchWrites(connection, send)

  const turns = createTurns<UnitRequest, Waiting>({
    async runUnits(requests) {
      if (connection === undefined) throw new Error('On PostgreSQL units run where they are called.')
      for (const reply of await runUnits(connection, allUnits, requests)) send(reply)
    },
    async runBatch(queue) {
      const answers: AnswerMessage[] = []
      await digestBatch(
        {
          decodeSmall: (arrival) => decodeSmallArrival(arrival, config.limits, settingsOf(arrival)),
          decodeLarge: (arrival) => largeDecoder.decode(arrival, settingsOf(arrival)),
          record: (batch) =>
            recordBatch({ handle, dictionaries, boundSdkLabels, storageOf, logFailure }, batch),
          answer: (id, answer) => answers.push({ kind: 'answer', id, answer }),
          release: turns.release,
          now: performance.now.bind(performance),
        },
        queue,
      )
      if (answers.length > 0) send({ kind: 'answers', answers })
    },
  })

  port.on('message', (message: ToDigestWorker) => {
    if (message.kind === 'arrivals') message.arrivals.forEach(turns.addArrival)
    else if (message.kind === 'unit') turns.addUnit(message)
    else if (message.kind === 'settings') settings = message.settings
    else if (message.kind === 'close')
      void turns
        .idle()
        .then(() => Promise.all([handle.close(), largeDecoder.stop()]))
        .then(() => port.close())
  })
  send({ kind: 'ready' })
}

/** A store that is lost must neither be written to again nor be said to have kept anything: this thread stands still. */
function watchWrites(connection: WritingConnection, send: (message: FromDigestWorker) => void): void {
  connection.onFailure = (error) => {
    const trouble = troubleOf(error, connection.sqlite.name)
    if (trouble === 'full') send({ kind: 'full' })
    else if (trouble !== undefined) {
      send({ kind: 'lost', error: failureOf(trouble) })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    }
  }
}

async function openForWriting({ database }: Config): Promise<{
  handle: WriteHandle
  connection: WritingConnection | undefined
}> {
  if (database.engine === 'postgres') {
    // What the other engine alone needs is not loaded on SQLite.
    const { postgresWriteHandle } = await import('./store/postgres/write-handle.ts')
    return { handle: postgresWriteHandle(database.url), connection: undefined }
  }
  const connection = openWritingConnection(database.file)
  return { handle: sqliteWriteHandle(connection), connection }
}
