import type { Json, Thread } from './event.ts'
import { normaliseStacktrace } from './normalise-frames.ts'
import { asBoolean, asText, asValues, filled, present } from './read-json.ts'

export function normaliseThreads(value: Json | undefined): Thread[] {
  return asValues(value).flatMap((thread) => {
    const normalised: Thread = present({
      id: asText(thread['id']),
      name: asText(thread['name']),
      crashed: asBoolean(thread['crashed']),
      current: asBoolean(thread['current']),
      main: asBoolean(thread['main']),
      state: asText(thread['state']),
      stacktrace: normaliseStacktrace(thread['stacktrace']),
    })
    return filled(normalised) ?? []
  })
}
