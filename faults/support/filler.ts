import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { freeMb } from './tmpfs.ts'

const chunk = Buffer.alloc(64 * 1024, 1)

/** Takes the space of a disk until so much is left, 0 for the last byte. Answers with what gives it back. */
export function fillDisk(folder: string, leaveMb: number, name: string): () => void {
  const file = join(folder, name)
  const descriptor = openSync(file, 'w')
  try {
    for (let bytes = chunk.length; bytes > 0 && freeMb(folder) > leaveMb;) bytes = write(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
  return () => rmSync(file, { force: true })
}

/** Answers with how much to write next: less and less as the disk gets full. */
function write(descriptor: number, bytes: number): number {
  try {
    writeSync(descriptor, chunk, 0, bytes)
    return bytes
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    return Math.floor(bytes / 2)
  }
}
