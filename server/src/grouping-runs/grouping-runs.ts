import type { Logger } from 'pino'
import { AppError } from '../domain/app-error.ts'
import { parseRules } from '../domain/grouping/index.ts'
import {
  endRun,
  failInterruptedRuns,
  startRun,
  type GroupingRunRow,
  type StartRunInput,
} from '../store/grouping-runs.ts'
import { countKeptEvents } from '../store/regroup-by-rules/scan-events.ts'
import type { Store } from '../store/store.ts'
import { Stopped } from './pace.ts'
import { runRules } from './run-rules.ts'

/** Servers learn of new rules within a second, and what they had taken in by then is recorded in another. */
const untilSavedMs = 2_500

export interface GroupingRuns {
  /** Begins a run and answers it; it goes on in the background. */
  start(input: Omit<StartRunInput, 'total'>): Promise<GroupingRunRow>
  /** Gives up what is under way and resolves when nothing is. */
  stop(): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

interface GroupingRunsParts {
  store: Store
  logger: Pick<Logger, 'error'>
  now(): number
  untilSaved?: () => Promise<void>
}

/** The grouping lab of a server. Runs that an earlier one left are marked as failed. */
export async function createGroupingRuns({
  store,
  logger,
  now,
  untilSaved = () => new Promise((resolve) => setTimeout(resolve, untilSavedMs)),
}: GroupingRunsParts): Promise<GroupingRuns> {
  await store.write(failInterruptedRuns, undefined)
  const running = new Set<Promise<void>>()
  let stopped = false
  const parts = { store, now, untilSaved, clock: performance.now.bind(performance), isStopped: () => stopped }

  async function carryOut(run: GroupingRunRow): Promise<void> {
    const { project_id: projectId, number } = run
    try {
      const result = await runRules(parts, run)
      await store.write(endRun, {
        projectId,
        number,
        state: 'done',
        error: null,
        result: JSON.stringify(result),
      })
    } catch (error) {
      // The next server says so.
      if (error instanceof Stopped) return
      logger.error({ err: error, projectId, run: number }, 'A run of grouping rules failed')
      await store
        .write(endRun, { projectId, number, state: 'failed', error: sentenceOf(error, run), result: null })
        .catch((again: unknown) => logger.error({ err: again }, 'A failed run could not be noted'))
    }
  }

  const idle = async (): Promise<void> => {
    await Promise.all(running)
  }
  return {
    async start(input) {
      const [error] = parseRules(input.rules).errors
      if (error !== undefined)
        throw new AppError('invalid', `The rules have errors. Line ${error.line}: ${error.message}`, {
          fields: { rules: `Line ${error.line}: ${error.message}` },
        })
      const total = await countKeptEvents(store.reader, input.projectId)
      const run = await store.write(startRun, { ...input, total })
      const work = carryOut(run).finally(() => running.delete(work))
      running.add(work)
      return run
    },
    async stop() {
      stopped = true
      await idle()
    },
    idle,
  }
}

function sentenceOf(error: unknown, { kind }: GroupingRunRow): string {
  const why =
    error instanceof AppError ? error.message : 'Something went wrong on the server; its log has the reason.'
  return kind === 'apply' ? `${why} What was changed until then can be undone.` : why
}
