import type { Reader } from './store.ts'

const mostRows = 500

/** Since an hour, largest first. PostgreSQL's sums arrive as text. */
export function sumOutcomes(reader: Reader, projectId: number, fromHour: number) {
  return reader
    .selectFrom('outcomes')
    .select(({ fn }) => [
      'category',
      'outcome',
      'reason',
      'public_key',
      'sdk',
      fn.sum<number | string>('quantity').as('quantity'),
    ])
    .where('project_id', '=', projectId)
    .where('hour', '>=', fromHour)
    .groupBy(['category', 'outcome', 'reason', 'public_key', 'sdk'])
    .orderBy('quantity', 'desc')
    .orderBy('category')
    .orderBy('outcome')
    .orderBy('reason')
    .orderBy('public_key')
    .orderBy('sdk')
    .limit(mostRows)
    .execute()
}

/** By hour, oldest first. */
export function sumOutcomesByHour(reader: Reader, projectId: number, fromHour: number) {
  return reader
    .selectFrom('outcomes')
    .select(({ fn }) => ['hour', 'outcome', fn.sum<number | string>('quantity').as('quantity')])
    .where('project_id', '=', projectId)
    .where('hour', '>=', fromHour)
    .groupBy(['hour', 'outcome'])
    .orderBy('hour')
    .orderBy('outcome')
    .execute()
}
