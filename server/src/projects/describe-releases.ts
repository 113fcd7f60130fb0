import type { ReleaseList } from '../contract/index.ts'
import { listReleaseHealth } from '../store/sessions.ts'
import { defineQuery, type Reader } from '../store/store.ts'

/** Sums up all hours and users of a project. */
export const describeReleases = defineQuery('projects.describe-releases', readReleases)

async function readReleases(reader: Reader, projectId: number): Promise<ReleaseList> {
  const rows = await listReleaseHealth(reader, projectId)
  const items = rows.map(({ crashed_users: crashedUsers, last_seen: lastSeen, ...row }) => ({
    ...row,
    crashedUsers,
    lastSeen: new Date(lastSeen).toISOString(),
  }))
  return { items }
}
