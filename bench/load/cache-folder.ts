import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A folder outside the repository for what takes long to make; it is made if it is not there. */
export function cacheFolder(...names: string[]): string {
  const folder = join(homedir(), '.cache', 'mishap-bench', ...names)
  mkdirSync(folder, { recursive: true })
  return folder
}
