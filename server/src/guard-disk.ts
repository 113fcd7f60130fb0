import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { ballastIn } from './disk-guard/ballast.ts'
import { createDiskGuard, type DiskGuard } from './disk-guard/disk-guard.ts'
import { readSpace } from './disk-guard/read-space.ts'

/** Until a server has run for so long, it makes no ballast: starting comes first. */
const ballastAfterSeconds = 10

/** The guard of the disk that the SQLite file is on, after its first look. PostgreSQL sees to its own. */
export async function guardDisk({ database, dataDir, disk }: Config, logger: Logger): Promise<DiskGuard> {
  if (database.engine === 'postgres') return noGuard
  const ballast = ballastIn(dataDir, disk.ballastBytes)
  // One of another size was cut off, or is not wanted any more.
  if (!ballast.isHeld()) await ballast.giveUp()
  const guard = createDiskGuard({
    readSpace: () => readSpace(dataDir),
    ballast,
    mayMake: () => process.uptime() > ballastAfterSeconds,
    limits: disk,
    tell: (sentence) => logger.warn(sentence),
  })
  await guard.look()
  return guard
}

const noGuard: DiskGuard = {
  trouble: () => undefined,
  look: async () => {},
  noteFull: async () => {},
}
