import type { Runtime } from './build-event.ts'
import { normaliseValue } from './normalise-value.ts'
import type { Event } from './options.ts'
import { serialiseEnvelope, type WireFrame } from './protocol/index.ts'
import type { Settings } from './settings.ts'

/** Servers take an event of one MiB; a character may be three bytes. */
const longestEvent = 340_000
/** Deeper than any part of an event that we build. */
const eventDepth = 10

/** The envelope of one event. */
export function serialiseEvent(
  event: Event,
  { dsn, tunnel }: Settings,
  { sdkName }: Runtime,
  now: number,
): string {
  const headers = {
    event_id: event.event_id,
    sent_at: new Date(now).toISOString(),
    sdk: { name: sdkName, version: event.sdk?.version },
    ...(tunnel !== undefined && { dsn }),
  }
  const whole = serialise(headers, event)
  if (whole.length <= longestEvent) return whole
  const lean = serialise(headers, withoutSourceLines(event))
  if (lean.length <= longestEvent) return lean
  const bare = { ...withoutSourceLines(event), breadcrumbs: [], extra: {}, contexts: {} }
  return serialise(headers, bare)
}

/** Hooks may put in what JSON cannot say: cycles, big integers, getters that throw. */
function serialise(headers: Record<string, unknown>, event: Event): string {
  const write = (payload: unknown): string =>
    serialiseEnvelope(headers, [{ headers: { type: 'event' }, payload }])
  try {
    return write(event)
  } catch {
    return write(normaliseValue(event, eventDepth))
  }
}

/** Most of a long event is the code around its frames. */
function withoutSourceLines(event: Event): Event {
  const values = event.exception?.values.map(({ stacktrace, ...rest }) => ({
    ...rest,
    ...(stacktrace !== undefined && { stacktrace: { frames: stacktrace.frames.map(bareFrame) } }),
  }))
  return values === undefined ? event : { ...event, exception: { values } }
}

function bareFrame({ pre_context: _before, post_context: _after, ...frame }: WireFrame): WireFrame {
  return frame
}
