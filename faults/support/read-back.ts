import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { EventList, IssueList } from '../../server/src/contract/index.ts'
import type { FaultProject } from './project.ts'

/** What the server says that it has of a project, by its API. */
interface ServedEvents {
  /** How often each event id is listed. */
  listed: Map<string, number>
  /** The counts of all issues together. */
  counted: number
}

/** What the server owes and does not have, and what it has too often. */
export interface Balance {
  acked: number
  /** Acknowledged ids that are not there. */
  missing: number
  /** Ids that are listed more than once, and counts beyond the ids that there are. */
  dup: number
}

/** Compares what was acknowledged with every event that a running server lists, and with its counts. */
export async function balance(
  origin: string,
  project: FaultProject,
  acked: Iterable<string>,
): Promise<Balance> {
  const ids = new Set(acked)
  const { listed, counted } = await readServed(origin, project)
  const twice = [...listed.values()].filter((times) => times > 1).length
  return {
    acked: ids.size,
    missing: [...ids].filter((id) => !listed.has(id)).length,
    dup: twice + Math.max(0, counted - listed.size),
  }
}

async function readServed(origin: string, project: FaultProject): Promise<ServedEvents> {
  const listed = new Map<string, number>()
  let counted = 0
  for await (const issue of pages<IssueList['items'][number]>(
    origin,
    project,
    `/issues?project=${project.slug}`,
  )) {
    counted += issue.count
    for await (const { eventId } of pages<EventList['items'][number]>(
      origin,
      project,
      `/issues/${issue.id}/events?`,
    ))
      listed.set(eventId, (listed.get(eventId) ?? 0) + 1)
  }
  return { listed, counted }
}

async function* pages<Item>(origin: string, project: FaultProject, path: string): AsyncGenerator<Item> {
  let cursor: string | null = ''
  while (cursor !== null) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { items: Item[]; nextCursor: string | null } = await readApi(
      origin,
      project,
      `${path}&limit=100${more}`,
    )
    yield* page.items
    cursor = page.nextCursor
  }
}

/** Reads from `/api/v1`. Rejects unless the answer is a 200. */
export async function readApi<Answer>(
  origin: string,
  { token }: FaultProject,
  path: string,
): Promise<Answer> {
  const response = await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

/** Where counts are kept besides the issues: they must agree with the rows, in a database that nobody writes to. */
export function disagreements(dataDir: string): string[] {
  const sqlite = new Database(join(dataDir, 'mishap.db'), { readonly: true })
  try {
    const one = (sql: string): unknown => sqlite.prepare(sql).pluck().get()
    const rows = one('SELECT count(*) FROM events')
    const sums = {
      'issues.event_count': one('SELECT coalesce(sum(event_count), 0) FROM issues'),
      'fingerprint_hours.event_count': one('SELECT coalesce(sum(event_count), 0) FROM fingerprint_hours'),
      'outcomes accepted': one(
        "SELECT coalesce(sum(quantity), 0) FROM outcomes WHERE outcome = 'accepted' AND category = 'error'",
      ),
    }
    const wrong = Object.entries(sums).filter(([, sum]) => sum !== rows)
    const complaints = wrong.map(([name, sum]) => `${name} is ${String(sum)} for ${String(rows)} events.`)
    const check = sqlite.pragma('integrity_check(1)', { simple: true })
    return check === 'ok' ? complaints : [...complaints, `integrity_check says: ${String(check)}`]
  } finally {
    sqlite.close()
  }
}
