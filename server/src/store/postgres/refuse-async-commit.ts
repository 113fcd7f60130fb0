import type { PostgresPool } from 'kysely'
import { AppError } from '../../domain/app-error.ts'

/** Throws `conflict` where the server says that it has kept what is not on its disk yet. */
export async function refuseAsyncCommit(pool: PostgresPool): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit', [])
    if (rows[0]?.synchronous_commit !== 'off') return
  } finally {
    client.release()
  }
  throw new AppError(
    'conflict',
    'The PostgreSQL server has synchronous_commit off: at a crash it loses events that it said it had kept. ' +
      'Turn it on, or set MISHAP_ASYNC_COMMIT=allow to take that risk.',
  )
}
