import { useState } from 'react'
import type { IssueSummary } from '../../lib/api.ts'

/** Keeps the rows where they are while their numbers change; what is new waits until it is asked for. */
export function useSteadyRows(latest: IssueSummary[]) {
  const [order, setOrder] = useState(() => latest.map((issue) => issue.id))
  const byId = new Map(latest.map((issue) => [issue.id, issue]))
  const kept = order.flatMap((id) => byId.get(id) ?? [])
  const fresh = latest.filter((issue) => !order.includes(issue.id))
  // Rows that left make room: those that moved up from the next page follow below.
  const room = Math.max(0, order.length - kept.length)
  const rows = [...kept, ...fresh.slice(fresh.length - Math.min(room, fresh.length))]
  return {
    rows,
    waiting: latest.length - rows.length,
    showAll: () => setOrder(latest.map((issue) => issue.id)),
  }
}
