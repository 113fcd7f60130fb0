import { cleanTree } from '../../server/src/domain/event/clean-tree.ts'
import type { Event, Json } from '../../server/src/domain/event/event.ts'
import { normaliseEvent } from '../../server/src/domain/event/normalise-event.ts'
import { asObject } from '../../server/src/domain/event/read-json.ts'
import { markInApp } from '../../server/src/domain/grouping/index.ts'
import { defaultProjectSettings } from '../../server/src/domain/project-settings.ts'
import { scrubEvent } from '../../server/src/domain/scrub/index.ts'

const arrival = { eventId: '0'.repeat(32), receivedAtMs: Date.UTC(2026, 10, 23) }

/** From what an SDK sent to what the server groups. Filters are left out: they would take rows away. */
export function receiveEvent(sent: Json): Event {
  const normalised = normaliseEvent(asObject(cleanTree(sent)) ?? {}, arrival)
  return markInApp(scrubEvent(normalised, defaultProjectSettings.scrubbing))
}
