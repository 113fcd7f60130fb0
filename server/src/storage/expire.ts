import type { StorageSettings } from '../domain/storage/index.ts'
import { deleteEvents } from '../store/storage/delete-events.ts'
import {
  deleteBesideEvents,
  deleteTroubledSessions,
  findBesideEvents,
  hasTroubledSessions,
  type BesideEvents,
} from '../store/storage/delete-beside-events.ts'
import { findEvents } from '../store/storage/find-payloads.ts'
import { walkOver } from './bound-payloads.ts'
import type { ChoreParts } from './chore.ts'
import { createWalk, type Walk } from './walk.ts'

const dayMs = 86_400_000

/** Lets go what is too old for its project. */
export interface Expiry {
  /** The next of it; false when nothing is too old any more. */
  step(settings: StorageSettings, now: number): Promise<boolean>
  beginAnew(): void
}

export function createExpiry(parts: ChoreParts, projectId: number): Expiry {
  const ofPayloads = (['sample', 'regression', 'first'] as const).map((state) =>
    walkOver(parts, { projectId, state, sparesLatest: false, reason: 'too_old' }),
  )
  const ofEvents = [eventWalk(parts, projectId)]
  // Afterwards, since files and feedback stay as long as their events.
  const besideEvents = (['attachments', 'feedback'] as const).map((table) =>
    besideWalk(parts, projectId, table),
  )
  const walks = [...ofPayloads, ...ofEvents, ...besideEvents]
  return {
    async step({ payloadDays, eventDays }, now) {
      if (payloadDays !== null && (await stepAny(ofPayloads, now - payloadDays * dayMs))) return true
      if (eventDays === null) return false
      const before = now - eventDays * dayMs
      if (await stepAny([...ofEvents, ...besideEvents], before)) return true
      const sessions = { projectId, before }
      if (!(await hasTroubledSessions(parts.store.reader, sessions))) return false
      await parts.write(deleteTroubledSessions, sessions)
      return true
    },
    beginAnew: () => walks.forEach((walk) => walk.beginAnew()),
  }
}

async function stepAny(walks: Walk[], before: number): Promise<boolean> {
  for (const walk of walks) if (await walk.step(before)) return true
  return false
}

function eventWalk({ store, write }: ChoreParts, projectId: number): Walk {
  return createWalk({
    find: (range) => findEvents(store.reader, { projectId, ...range }),
    take: (range, before) => write(deleteEvents, { projectId, before, ...range }),
  })
}

function besideWalk({ store, write }: ChoreParts, projectId: number, table: BesideEvents): Walk {
  return createWalk({
    find: (range) => findBesideEvents(store.reader, { projectId, table, ...range }),
    take: (range) => write(deleteBesideEvents, { projectId, table, ...range }),
  })
}
