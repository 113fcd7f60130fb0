import { utcMonth, type Limiter } from '../domain/limits/index.ts'
import type { Reader } from '../store/store.ts'

/** Tells the limiter what the projects were sent in this month before the server started, or through other servers. */
export async function seedMonths(reader: Reader, limiter: Limiter, now: number): Promise<void> {
  const { name, startMs } = utcMonth(now)
  const rows = await reader
    .selectFrom('outcomes')
    .select(({ fn }) => ['project_id', fn.sum<number | string>('quantity').as('quantity')])
    .where('outcome', '=', 'accepted')
    .where('category', 'in', ['error', 'security', 'feedback'])
    .where('hour', '>=', startMs)
    .groupBy('project_id')
    .execute()
  for (const row of rows) limiter.seedMonth(row.project_id, name, Number(row.quantity))
}
