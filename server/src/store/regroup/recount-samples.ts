import { sql } from 'kysely'
import { inSlices } from '../recorder/in-slices.ts'
import type { Tx } from '../store.ts'

/** Writes how many samples issues have, in sight or not, as their fingerprints make it. */
export async function recountSamples(tx: Tx, projectId: number, issues: number[]): Promise<void> {
  for (const slice of inSlices(issues)) {
    await tx
      .updateTable('issues')
      .set({
        sample_count: sql<number>`(
          SELECT coalesce(sum(f.sample_count), 0)
          FROM fingerprints f
          WHERE f.project_id = issues.project_id AND f.issue_number = issues.number
        )`,
      })
      .where('project_id', '=', projectId)
      .where('number', 'in', slice)
      .execute()
  }
}
