import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync } from 'node:fs'
import { Lacking } from './fault.ts'

const mebibyte = 1024 * 1024

/** Makes `folder` a small disk of its own. Answers with what takes it away again. */
export function mountTmpfs(folder: string, megabytes: number): () => void {
  mkdirSync(folder, { recursive: true })
  const options = `size=${megabytes}m,mode=700`
  const { error, status, stderr } = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    options,
    'mishap-faults',
    folder,
  ])
  if (error || status !== 0)
    throw new Lacking(`No tmpfs can be mounted here: ${(error ?? stderr).toString().trim()}`)
  return () => void spawnSync('umount', [folder])
}

export function freeMb(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.round((bavail * bsize * 10) / mebibyte) / 10
}
