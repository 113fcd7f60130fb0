import { statfs } from 'node:fs/promises'
import type { DiskSpace } from '../domain/disk/decide-disk.ts'

/** The room on the disk that a folder is on, for a user without special rights. */
export async function readSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
