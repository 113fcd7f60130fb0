import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache =
  process.env['MISHAP_SDK_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mishap-sdks')

/** A folder that is kept between runs, filled when it is first asked for. */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, `corpus-${name}`)
  if (existsSync(folder)) return folder
  mkdirSync(folder, { recursive: true })
  await fill(folder)
  return folder
}
