import type { Insertable } from 'kysely'
import { inSlices } from './recorder/in-slices.ts'
import type { Schema } from './schema.ts'
import { inKeyOrder, type SessionRecord } from './sessions-record.ts'
import type { Tx } from './store.ts'

type UserRow = Insertable<Schema['release_users']>

/** Notes who used a release, and whether any session of theirs crashed. */
export async function noteUsers(tx: Tx, records: SessionRecord[]): Promise<void> {
  for (const slice of inSlices(inKeyOrder(distinctUsers(records)))) {
    await tx
      .insertInto('release_users')
      .values(slice)
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'release', 'environment', 'user_hash'])
          .doUpdateSet({ status: 'crashed' })
          .where('excluded.status', '=', 'crashed')
          .where('release_users.status', '=', 'healthy'),
      )
      .execute()
  }
}

function distinctUsers(records: SessionRecord[]): Map<string, UserRow> {
  const rows = new Map<string, UserRow>()
  for (const { projectId, release, environment, userHash, crashed, troubled } of records) {
    if (userHash === undefined) continue
    const key = JSON.stringify([projectId, release, environment, userHash.toString('hex')])
    const status = crashed > 0 || troubled?.status === 'crashed' ? 'crashed' : 'healthy'
    const known = rows.get(key)
    if (known === undefined)
      rows.set(key, { project_id: projectId, release, environment, user_hash: userHash, status })
    else if (status === 'crashed') known.status = status
  }
  return rows
}
