import type { MovedEvent } from '../store/regroup-by-rules/moved-event.ts'
import type { SettleInput } from '../store/regroup-by-rules/settle-fingerprint.ts'

/** Gathers what is true of a fingerprint once some of its events have left it. */
export interface Staying {
  /** In the order of their time. */
  stays(event: MovedEvent): void
  leaves(event: MovedEvent): void
  /** Undefined when nothing left. */
  settling(): Pick<SettleInput, 'staying' | 'goneUsers' | 'tags'> | undefined
}

export function createStaying(): Staying {
  let summary: SettleInput['staying']
  let left = 0
  const users = new Set<string>()
  const goneUsers = new Set<string>()
  const seen = new Map<string, number>()
  const leftTags = new Set<string>()
  return {
    stays({ occurredAtMs, release, tags, userHash }) {
      summary = {
        event_count: (summary?.event_count ?? 0) + 1,
        first_seen: summary?.first_seen ?? occurredAtMs,
        first_release: summary === undefined ? release : summary.first_release,
        last_seen: occurredAtMs,
        last_release: release ?? summary?.last_release ?? null,
      }
      if (userHash !== undefined) users.add(userHash)
      for (const tag of Object.entries(tags)) seen.set(JSON.stringify(tag), occurredAtMs)
    },
    leaves({ tags, userHash }) {
      left += 1
      if (userHash !== undefined) goneUsers.add(userHash)
      for (const tag of Object.entries(tags)) leftTags.add(JSON.stringify(tag))
    },
    settling() {
      if (left === 0) return undefined
      return {
        staying: summary,
        goneUsers: [...goneUsers].filter((user) => !users.has(user)),
        tags: [...leftTags].flatMap((tag) => {
          const lastSeenMs = seen.get(tag)
          const [key, value] = JSON.parse(tag) as [string, string]
          return lastSeenMs === undefined ? [] : [{ key, value, lastSeenMs }]
        }),
      }
    },
  }
}
