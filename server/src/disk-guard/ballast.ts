import { existsSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

const name = 'ballast'
const chunkBytes = 4 * 1024 * 1024

/** A file that takes room away, so that there is some to give when the disk is full. */
export interface Ballast {
  isHeld(): boolean
  /** Writes it. Rejects if there is no room for it, and leaves nothing then. */
  make(): Promise<void>
  giveUp(): Promise<void>
}

export function ballastIn(folder: string, bytes: number): Ballast {
  const file = join(folder, name)
  return {
    isHeld: () => bytes > 0 && existsSync(file) && statSync(file).size === bytes,
    async make() {
      try {
        await fill(file, bytes)
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
    },
    giveUp: () => rm(file, { force: true }),
  }
}

/** With bytes that are not zero, which some disks would not store, and waits until they are on the disk. */
async function fill(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  const chunk = Buffer.alloc(chunkBytes, 'ballast ')
  try {
    for (let at = 0; at < bytes; at += chunkBytes)
      await handle.write(chunk, 0, Math.min(chunkBytes, bytes - at))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
