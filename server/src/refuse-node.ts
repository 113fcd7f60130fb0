import { AppError } from './domain/app-error.ts'

/**
 * From 24.19 on, the headers of Node 24 make the SQLite driver abort the process when a statement is collected
 * (WiseLibs/better-sqlite3#1515); its next major does not, but needs Node 22. Seen to abort on 24.19 to 24.21, and to
 * run on 20, 24.18 and 26.10. Throws `unavailable` with what to do.
 */
export function refuseNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major !== 24 || minor < 19) return
  throw new AppError(
    'unavailable',
    `Node ${version} would end Mishap without warning: from 24.19 on, its headers break the SQLite driver. ` +
      'Install Node 20, 22, 24.18 or 26 instead, and run "npm ci" again.',
  )
}
