/** SQLite: another process holds the lock, the disk is full or fails, the file is gone. */
const sqliteCodes = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)/
/** PostgreSQL, Appendix A: connection, insufficient resources, operator intervention, system error. */
const postgresClasses = /^(?:08|53|57|58|XX)/
/** Node's names for a server that cannot be reached. */
const networkCodes = /^E[A-Z]+$/

/** Whether the store failed as a whole; otherwise what it was given is at fault, and other data may still go in. */
export function isStoreFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string') return error instanceof Error && /connection/i.test(error.message)
  return sqliteCodes.test(code) || postgresClasses.test(code) || networkCodes.test(code)
}

/** PostgreSQL: transaction rollback (deadlocks), object not in the state that is needed (locks). */
const passingClasses = /^(?:40|55)/

/** Whether the same may go in later; otherwise it is at fault itself. */
export function mayPass(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return isStoreFailure(error) || (typeof code === 'string' && passingClasses.test(code))
}
