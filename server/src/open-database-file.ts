import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { isAsLeft, removeCleanMark, writeCleanMark } from './store/sqlite/clean-mark.ts'
import { damaged, guardDatabaseFile } from './store/sqlite/guard-file.ts'
import { startCheck, type RunningCheck } from './store/sqlite/start-check.ts'
import { writeBackLog } from './store/sqlite/write-back-log.ts'

/** The database file, from before the server writes to it until after. */
export interface DatabaseFile {
  /** Resolves if damage is found while it is served. */
  damaged: Promise<Error>
  /** To be called when nothing has it open any more: leaves a mark that tells the next start that all is well. */
  leave(): Promise<void>
}

interface FilePlace {
  dataDir: string
  file: string
}

const longMs = 2_000
/** After the start, which needs the cores for itself. */
const checkAfterMs = 5_000

/**
 * Refuses a file that is damaged. One that is as a server left it is not read from end to end before it is served,
 * which would take seconds for each gigabyte, but while it is.
 */
export async function openDatabaseFile({ dataDir, file }: FilePlace, logger: Logger): Promise<DatabaseFile> {
  guardDatabaseFile(dataDir, file)
  const isNew = !existsSync(file)
  const isTrusted = !isNew && isAsLeft(file)
  removeCleanMark(file)
  if (!isNew && !isTrusted) await checkBeforeServing(file, logger)
  const check = isTrusted ? checkWhileServing(file, logger) : undefined
  return {
    damaged: check?.damaged ?? new Promise(() => undefined),
    async leave() {
      await check?.stop()
      writeBackLog(file)
      writeCleanMark(file)
    },
  }
}

async function checkBeforeServing(file: string, logger: Logger): Promise<void> {
  const tell = setTimeout(
    () =>
      logger.warn(
        `Mishap did not end in order, or ${file} was changed: all of it is read before it is served`,
      ),
    longMs,
  )
  const wrong = await startCheck({ file, how: 'whole' }).verdict.finally(() => clearTimeout(tell))
  if (wrong !== undefined) throw damaged(file, wrong)
}

function checkWhileServing(file: string, logger: Logger): { damaged: Promise<Error>; stop(): Promise<void> } {
  let running: RunningCheck | undefined
  let timer: NodeJS.Timeout | undefined
  const found = new Promise<Error>((resolve) => {
    timer = setTimeout(() => {
      running = startCheck({ file, how: 'by-table' })
      void running.verdict.then(
        (wrong) => wrong !== undefined && resolve(damaged(file, wrong)),
        (error: unknown) => logger.error({ err: error }, `The database file ${file} could not be checked`),
      )
    }, checkAfterMs)
  })
  return {
    damaged: found,
    async stop() {
      clearTimeout(timer)
      await running?.stop()
    },
  }
}
