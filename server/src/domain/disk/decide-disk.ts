import type { DiskLimits } from './disk-limits.ts'

/** Room on the disk, in bytes: what this user may still write, and the whole disk. */
export interface DiskSpace {
  freeBytes: number
  totalBytes: number
}

/**
 * `open`: events are taken. `low`: they are refused, since there is less room than the low water mark. `full`: they are
 * refused, and the ballast is or was given up, so that what makes room can be written; until there is a ballast again.
 */
export type DiskState = 'open' | 'low' | 'full'

export interface DiskSituation {
  state: DiskState
  ballast: 'held' | 'none'
}

/** What is to be done with the ballast before the situation is as it was decided. */
type BallastStep = 'make' | 'give up'

export interface DiskDecision {
  state: DiskState
  step: BallastStep | undefined
}

/** With no more room than this, the next write may fail. */
const fullBytes = 8 * 1024 * 1024
/** Events are taken again only when there is somewhat more room than when they were first refused. */
const resumeShare = 1.1

export function lowWaterOf(
  { lowWaterBytes, lowWaterPercent }: DiskLimits,
  { totalBytes }: DiskSpace,
): number {
  return Math.max(lowWaterBytes, Math.floor((totalBytes * lowWaterPercent) / 100))
}

/** What follows from the room that there is. */
export function decideDisk(situation: DiskSituation, space: DiskSpace, limits: DiskLimits): DiskDecision {
  const { freeBytes } = space
  const lowWater = lowWaterOf(limits, space)
  if (situation.ballast === 'held' && freeBytes < Math.min(fullBytes, lowWater / 2))
    return decideFull(situation)
  const mayResume = freeBytes >= lowWater * resumeShare
  const step = mayMakeBallast(situation, space, limits) ? 'make' : undefined
  if (situation.state === 'open') return { state: freeBytes < lowWater ? 'low' : 'open', step }
  if (situation.state === 'low') return { state: mayResume ? 'open' : 'low', step }
  const isOver = step === 'make' || situation.ballast === 'held' || !mayEverHoldBallast(space, limits)
  return { state: isOver && mayResume ? 'open' : 'full', step }
}

/** What follows when a write failed because there was no room. */
export function decideFull({ ballast }: DiskSituation): DiskDecision {
  return { state: 'full', step: ballast === 'held' ? 'give up' : undefined }
}

/** With room left beside it: else it would be given up again at once. */
function mayMakeBallast({ ballast }: DiskSituation, space: DiskSpace, limits: DiskLimits): boolean {
  return ballast === 'none' && mayEverHoldBallast(space, limits) && fitsBeside(space.freeBytes, space, limits)
}

/** None may be wanted, or the disk be smaller: then nothing waits for it. */
function mayEverHoldBallast(space: DiskSpace, limits: DiskLimits): boolean {
  return limits.ballastBytes > 0 && fitsBeside(space.totalBytes, space, limits)
}

function fitsBeside(bytes: number, space: DiskSpace, limits: DiskLimits): boolean {
  const beside = Math.max(lowWaterOf(limits, space) * resumeShare, limits.ballastBytes / 4)
  return bytes - limits.ballastBytes >= beside
}
