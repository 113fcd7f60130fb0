import type { Insertable } from 'kysely'
import { inSlices } from './recorder/in-slices.ts'
import type { Schema } from './schema.ts'
import { inKeyOrder, startHour, type SessionRecord } from './sessions-record.ts'
import { noteTroubles, type TroubleChange } from './sessions-trouble.ts'
import { noteUsers } from './sessions-users.ts'
import type { Reader, Tx } from './store.ts'

const mostListed = 100

/** In few statements however many sessions are told of: they come in hundreds. */
export async function recordSessions(tx: Tx, records: SessionRecord[]): Promise<void> {
  const troubles = await noteTroubles(tx, records)
  await countHours(tx, records, troubles)
  await noteUsers(tx, records)
}

type HourRow = Insertable<Schema['release_hours']>

async function countHours(tx: Tx, records: SessionRecord[], troubles: TroubleChange[]): Promise<void> {
  const hours = new Map<string, HourRow>()
  for (const record of records) {
    const { projectId: project_id, release, environment, started, errored, crashed } = record
    addToHour(hours, { project_id, release, environment, hour: startHour(record), started, errored, crashed })
  }
  for (const change of troubles) addToHour(hours, { ...change, started: 0 })
  const rows = inKeyOrder(hours).filter(
    ({ started, errored, crashed }) => started !== 0 || errored !== 0 || crashed !== 0,
  )
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('release_hours')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'release', 'environment', 'hour']).doUpdateSet((eb) => ({
          started: eb('release_hours.started', '+', eb.ref('excluded.started')),
          errored: eb('release_hours.errored', '+', eb.ref('excluded.errored')),
          crashed: eb('release_hours.crashed', '+', eb.ref('excluded.crashed')),
        })),
      )
      .execute()
  }
}

function addToHour(hours: Map<string, HourRow>, row: HourRow): void {
  const key = JSON.stringify([row.project_id, row.release, row.environment, row.hour])
  const known = hours.get(key)
  if (known === undefined) {
    hours.set(key, row)
    return
  }
  known.started += row.started
  known.errored += row.errored
  known.crashed += row.crashed
}

/** Releases by environment, the last seen first. */
export async function listReleaseHealth(reader: Reader, projectId: number) {
  const releases = await reader
    .selectFrom('release_hours')
    .select(({ fn }) => [
      'release',
      'environment',
      fn.sum<number | string>('started').as('sessions'),
      fn.sum<number | string>('errored').as('errored'),
      fn.sum<number | string>('crashed').as('crashed'),
      fn.max<number>('hour').as('last_seen'),
    ])
    .where('project_id', '=', projectId)
    .groupBy(['release', 'environment'])
    .orderBy('last_seen', 'desc')
    .limit(mostListed)
    .execute()
  const users = await reader
    .selectFrom('release_users')
    .select(({ fn }) => ['release', 'environment', 'status', fn.countAll<number | string>().as('count')])
    .where('project_id', '=', projectId)
    .groupBy(['release', 'environment', 'status'])
    .execute()
  return releases.map((row) => {
    const own = users.filter((user) => user.release === row.release && user.environment === row.environment)
    const countOf = (status: 'healthy' | 'crashed') =>
      Number(own.find((user) => user.status === status)?.count ?? 0)
    return {
      ...row,
      // PostgreSQL sums integers to a type of its own, which arrives as text.
      sessions: Number(row.sessions),
      errored: Number(row.errored),
      crashed: Number(row.crashed),
      users: countOf('healthy') + countOf('crashed'),
      crashed_users: countOf('crashed'),
    }
  })
}
