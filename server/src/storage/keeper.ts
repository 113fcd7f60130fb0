import type { StorageSettings } from '../domain/storage/index.ts'
import { readPayloadTotals, type PayloadTotal } from '../store/storage/payload-totals.ts'
import type { Store, Unit } from '../store/store.ts'
import { createAgeClock } from './age-clock.ts'
import { createPayloadBound } from './bound-payloads.ts'
import { doEach, type Chore, type ChoreParts } from './chore.ts'
import { createExpiry } from './expire.ts'
import { giveBackSpace } from './give-back-space.ts'
import { trimIssues } from './trim-issues.ts'

const mebibyte = 1024 * 1024
/** Ages are looked at this often; a minute more or less is none to them. */
const minuteMs = 60_000
/** What a walk passed by, because it was the latest then or needed by others, is looked at again. */
const anewMs = 86_400_000

export interface KeeperParts {
  store: Store
  /** How much a project keeps. */
  storageOf(projectId: number): StorageSettings
  now(): number
  /** Monotonic milliseconds. */
  clock(): number
  pause(ms: number): Promise<void>
  logger: { warn(sentence: string): void }
}

/** Keeps the store as small as its projects say, a little at a time. */
export interface StorageKeeper {
  /** Does all that there is to do now; to be called again and again. */
  run(): Promise<void>
  /** Resolves when the unit that is under way is done. */
  stop(): Promise<void>
}

/** Several servers may do the same at once: each unit looks for itself at what it may let go. */
export function createStorageKeeper(parts: KeeperParts): StorageKeeper {
  const { store } = parts
  const projects = new Map<number, ReturnType<typeof createProjectKeeper>>()
  const ageNow = createAgeClock({ ...parts, tell: (sentence) => parts.logger.warn(sentence) })
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const write = async <Input, Output>(unit: Unit<Input, Output>, input: Input): Promise<Output> => {
    const before = parts.clock()
    const output = await store.write(unit, input)
    await parts.pause(parts.clock() - before)
    return output
  }

  function keeperOf(projectId: number) {
    const keeper = projects.get(projectId) ?? createProjectKeeper({ ...parts, write, ageNow }, projectId)
    projects.set(projectId, keeper)
    return keeper
  }

  /** One piece of work for each project that has any. Answers whether there is more. */
  async function workOnce(): Promise<boolean> {
    const totals = await readPayloadTotals(store.reader)
    const chores = totals.flatMap((total) => keeperOf(total.projectId).choresFor(total))
    return doEach(chores, () => isStopped)
  }

  async function work(): Promise<void> {
    let isMore = true
    while (isMore) isMore = await workOnce()
    await giveBackSpace({ store, write }, () => isStopped)
  }

  return {
    run: () => (running = work()),
    async stop() {
      isStopped = true
      await running.catch(() => undefined)
    },
  }
}

/** What is to be done about one project. */
function createProjectKeeper(
  parts: KeeperParts & ChoreParts & { ageNow(): number | undefined },
  projectId: number,
) {
  const bound = createPayloadBound(parts, projectId)
  const expiry = createExpiry(parts, projectId)
  let nextExpiry = 0
  let nextAnew = parts.clock() + anewMs
  let settled: string | undefined

  async function expire(storage: StorageSettings): Promise<boolean> {
    const now = parts.ageNow()
    if (now !== undefined && (await expiry.step(storage, now))) return true
    nextExpiry = parts.clock() + minuteMs
    return false
  }

  /** Nothing has come since there was nothing to do: then there is nothing now. */
  async function keepBudgets(storage: StorageSettings, total: PayloadTotal): Promise<boolean> {
    const most = storage.payloadMebibytes
    const isTrimming = await trimIssues(parts, projectId, storage.payloadsPerIssue)
    const isAbove = most !== null && total.bytes > most * mebibyte
    const isMore = (isAbove && (await bound.step())) || isTrimming
    settled = isMore ? undefined : signatureOf(storage, total)
    return isMore
  }

  return {
    choresFor(total: PayloadTotal): Chore[] {
      const storage = parts.storageOf(projectId)
      const at = parts.clock()
      if (at >= nextAnew) {
        bound.beginAnew()
        expiry.beginAnew()
        nextAnew = at + anewMs
      }
      const isDue = at >= nextExpiry
      const chores: Chore[] = []
      if (isDue) chores.push(() => expire(storage))
      if (isDue || settled !== signatureOf(storage, total)) chores.push(() => keepBudgets(storage, total))
      return chores
    },
  }
}

function signatureOf({ payloadsPerIssue, payloadMebibytes }: StorageSettings, total: PayloadTotal): string {
  return JSON.stringify([payloadsPerIssue, payloadMebibytes, total])
}
