import type { Insertable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'

type Activity = Omit<Insertable<Schema['activities']>, 'number'>

/** Notes what happened to an issue, as its next entry. */
export async function addActivity(tx: Tx, activity: Activity): Promise<void> {
  const { activity_count: number } = await tx
    .updateTable('issues')
    .set((eb) => ({ activity_count: eb('activity_count', '+', 1) }))
    .where('project_id', '=', activity.project_id)
    .where('number', '=', activity.issue_number)
    .returning('activity_count')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('activities')
    .values({ ...activity, number })
    .execute()
}
