import type { Ballast } from './ballast.ts'
import {
  decideDisk,
  decideFull,
  type DiskDecision,
  type DiskSituation,
  type DiskSpace,
} from '../domain/disk/decide-disk.ts'
import type { DiskLimits } from '../domain/disk/disk-limits.ts'

/** Refuses events before the disk is full, and keeps some room for what makes more. */
export interface DiskGuard {
  /** Why no events can be stored at this moment, in a sentence; undefined while they can. */
  trouble(): string | undefined
  /** Looks how much room there is; to be called every second. */
  look(): Promise<void>
  /** To be called when a write failed because there was no room. */
  noteFull(): Promise<void>
}

export interface DiskGuardParts {
  readSpace(): Promise<DiskSpace>
  ballast: Ballast
  /** Whether the ballast may be made by now, which takes the disk a moment. */
  mayMake(): boolean
  limits: DiskLimits
  /** Is told when events are refused, and when they are taken again. */
  tell(sentence: string): void
}

const words = {
  low: 'The disk of the server is nearly full, so that it takes no events at this moment. Send the event again later.',
  full: 'The disk of the server is full, so that it takes no events at this moment. Send the event again later.',
}

export function createDiskGuard({ readSpace, ballast, mayMake, limits, tell }: DiskGuardParts): DiskGuard {
  const situation: DiskSituation = { state: 'open', ballast: ballast.isHeld() ? 'held' : 'none' }
  // What is decided is done before the next is: two at once would make and remove the same file.
  let last: Promise<void> = Promise.resolve()

  function afterLast(step: () => Promise<void>): Promise<void> {
    const done = last.then(step)
    last = done.catch(() => undefined)
    return done
  }

  async function follow(decision: DiskDecision): Promise<void> {
    const { state } = situation
    situation.state = decision.state
    if (decision.state !== state) tell(describe(decision.state))
    if (decision.step === 'give up') await ballast.giveUp()
    // Another may have taken the room meanwhile: the next look decides anew.
    if (decision.step === 'make' && mayMake()) await ballast.make().catch(() => (situation.state = state))
    situation.ballast = ballast.isHeld() ? 'held' : 'none'
  }

  return {
    trouble: () => (situation.state === 'open' ? undefined : words[situation.state]),
    look: () => afterLast(async () => follow(decideDisk(situation, await readSpace(), limits))),
    noteFull: () => afterLast(() => follow(decideFull(situation))),
  }
}

function describe(state: DiskSituation['state']): string {
  if (state === 'open') return 'There is room on the disk again: events are taken.'
  const what = state === 'low' ? 'nearly full' : 'full'
  return `The disk of the data directory is ${what}: events are refused until there is more room. People can still read.`
}
