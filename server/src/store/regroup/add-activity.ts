import type { Insertable } from 'kysely'
import { inSlices } from '../recorder/in-slices.ts'
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

/** The same of many issues of a project, one entry for each. */
export async function addActivities(
  tx: Tx,
  projectId: number,
  activities: Omit<Activity, 'project_id'>[],
): Promise<void> {
  for (const slice of inSlices(activities)) {
    const rows = await tx
      .updateTable('issues')
      .set((eb) => ({ activity_count: eb('activity_count', '+', 1) }))
      .where('project_id', '=', projectId)
      .where(
        'number',
        'in',
        slice.map((activity) => activity.issue_number),
      )
      .returning(['number', 'activity_count'])
      .execute()
    const counts = new Map(rows.map((row) => [row.number, row.activity_count]))
    const entries = slice.flatMap((activity) => {
      const number = counts.get(activity.issue_number)
      return number === undefined ? [] : { ...activity, project_id: projectId, number }
    })
    if (entries.length > 0) await tx.insertInto('activities').values(entries).execute()
  }
}
