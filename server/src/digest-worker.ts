import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Config } from './config/config.ts'
import { defaultProjectSettings } from './domain/project-settings.ts'
import type { AnswerMessage, Arrival, SettingsMessage } from './ingest/arrival.ts'
import { decodeArrival } from './ingest/decode/decode-arrival.ts'
import { createSdkLabelBound } from './ingest/bound-sdk-labels.ts'
import { recordBatch } from './ingest/digest/record-batch.ts'
import { takeBatch } from './ingest/digest/take-batch.ts'
import { createTurns } from './ingest/digest/turns.ts'
import { createLogger } from './logger.ts'
import { postgresWriteHandle } from './store/postgres/write-handle.ts'
import { createDictionaries } from './store/recorder/dictionaries.ts'
import { openWritingConnection, type WritingConnection } from './store/sqlite/connection.ts'
import { runUnits } from './store/sqlite/run-units.ts'
import type { UnitReply, UnitRequest } from './store/sqlite/unit-messages.ts'
import { sqliteWriteHandle } from './store/sqlite/write-handle.ts'
import type { WriteHandle } from './store/write-handle.ts'
import { allUnits } from './units.ts'

/**
 * To this thread: arrivals, on SQLite also units, the settings of all projects whenever they change, and the word to
 * finish what waits and end.
 */
export type ToDigestWorker = Arrival | UnitRequest | SettingsMessage | { kind: 'close' }
export type FromDigestWorker = AnswerMessage | UnitReply | { kind: 'ready' }

if (parentPort === null) throw new Error('The digest worker is started by the server, as a thread.')
// What the server's thread gave to `new Worker`.
start(parentPort, workerData as Config)

/** The second root of the program: the writing connection, and everything that is written through it. */
function start(port: MessagePort, config: Config): void {
  const logger = createLogger(config.logLevel)
  const logFailure = (error: unknown): void => logger.error({ err: error }, 'An event could not be recorded')
  const { handle, connection } = openForWriting(config)
  const dictionaries = createDictionaries()
  const boundSdkLabels = createSdkLabelBound()
  let settings: SettingsMessage['settings'] = new Map()
  const send = (message: FromDigestWorker): void => port.postMessage(message)

  const turns = createTurns<UnitRequest, Arrival>({
    async runUnits(requests) {
      if (connection === undefined) throw new Error('On PostgreSQL units run where they are called.')
      for (const reply of await runUnits(connection, allUnits, requests)) send(reply)
    },
    async runBatch(queue) {
      const { arrivals, decoded } = takeBatch(
        queue,
        (arrival) =>
          decodeArrival(arrival, config.limits, settings.get(arrival.projectId) ?? defaultProjectSettings),
        performance.now.bind(performance),
      )
      const answers = await recordBatch({ handle, dictionaries, boundSdkLabels, logFailure }, decoded)
      arrivals.forEach(({ id }, index) => {
        const answer = answers[index]
        if (answer !== undefined) send({ kind: 'answer', id, answer })
      })
    },
  })

  port.on('message', (message: ToDigestWorker) => {
    if (message.kind === 'arrival') turns.addArrival(message)
    else if (message.kind === 'unit') turns.addUnit(message)
    else if (message.kind === 'settings') settings = message.settings
    else
      void turns
        .idle()
        .then(() => handle.close())
        .then(() => port.close())
  })
  send({ kind: 'ready' })
}

function openForWriting({ database }: Config): {
  handle: WriteHandle
  connection: WritingConnection | undefined
} {
  if (database.engine === 'postgres')
    return { handle: postgresWriteHandle(database.url), connection: undefined }
  const connection = openWritingConnection(database.file)
  return { handle: sqliteWriteHandle(connection), connection }
}
