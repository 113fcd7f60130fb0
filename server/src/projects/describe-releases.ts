import type { ReleaseList } from '../contract/index.ts'
import { listReleaseHealth } from '../store/sessions.ts'
import type { Reader } from '../store/store.ts'

export async function describeReleases(reader: Reader, projectId: number): Promise<ReleaseList> {
  const rows = await listReleaseHealth(reader, projectId)
  const items = rows.map(({ crashed_users: crashedUsers, last_seen: lastSeen, ...row }) => ({
    ...row,
    crashedUsers,
    lastSeen: new Date(lastSeen).toISOString(),
  }))
  return { items }
}
