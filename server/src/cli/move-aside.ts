import { existsSync, renameSync } from 'node:fs'

/**
 * Renames the database file, with its log, which may hold what the file does not. Answers with its new name; null if
 * there was no file.
 */
export function moveAside(file: string, now: Date): string | null {
  const aside = `${file}.replaced-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const isThere = existsSync(file)
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  return isThere ? aside : null
}
