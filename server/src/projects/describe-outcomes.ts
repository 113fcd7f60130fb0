import type { Outcomes, RefusalList } from '../contract/index.ts'
import { sumOutcomes, sumOutcomesByHour } from '../store/outcomes.ts'
import { listRefusals } from '../store/refusals.ts'
import type { Reader } from '../store/store.ts'
import { readHeaders } from './read-headers.ts'

const hourMs = 3_600_000

/** The hour that runs, and the ones before it. */
export async function describeOutcomes(
  reader: Reader,
  projectId: number,
  hours: number,
  now: number,
): Promise<Outcomes> {
  const from = now - (now % hourMs) - (hours - 1) * hourMs
  const [rows, byHour] = await Promise.all([
    sumOutcomes(reader, projectId, from),
    sumOutcomesByHour(reader, projectId, from),
  ])
  return {
    from: new Date(from).toISOString(),
    to: new Date(now).toISOString(),
    rows: rows.map(({ public_key: key, sdk, quantity, ...row }) => ({
      ...row,
      key: key === '' ? null : key,
      sdk: sdk === '' ? null : sdk,
      quantity: Number(quantity),
    })),
    hours: byHour.map(({ hour, outcome, quantity }) => ({
      start: new Date(hour).toISOString(),
      outcome,
      quantity: Number(quantity),
    })),
  }
}

export async function describeRefusals(reader: Reader, projectId: number): Promise<RefusalList> {
  const rows = await listRefusals(reader, projectId)
  const items = rows.map((row) => ({
    id: [row.category, row.outcome, row.reason, row.slot].join(':'),
    at: new Date(row.at).toISOString(),
    category: row.category,
    outcome: row.outcome,
    reason: row.reason,
    detail: row.detail,
    key: row.public_key,
    sdk: row.sdk,
    headers: readHeaders(row.headers),
  }))
  return { items }
}
