import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { asName, asObject, asText, type JsonObject } from '../../domain/event/read-json.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Kept } from './decoded.ts'
import { readEventId } from '../../domain/event/event-id.ts'
import { shortHash } from '../../domain/event/short-hash.ts'
import type { ItemContext } from './item-context.ts'
import { parseObject } from './parse-item.ts'
import { scrubFeedback, type FeedbackTexts } from './scrub-feedback.ts'

const longestMessage = 8_192
const longestName = 200
const longestUrl = 2_000

/** The older form of feedback: it is about an event. */
export function decodeUserReport({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  context.room.expect('feedback', 1)
  const raw = parseObject(payload, context.limits.eventBytes, 'feedback')
  const eventId = readEventId(raw['event_id']) ?? context.eventId
  return keepFeedback({ ownId: undefined, eventId, texts: readTexts(raw, 'comments', 'email') }, context)
}

/** The newer form: an event of its own that may name another. */
export function decodeFeedback({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  context.room.expect('feedback', 1)
  const raw = parseObject(payload, context.limits.eventBytes, 'feedback')
  const feedback = asObject(asObject(raw['contexts'])?.['feedback']) ?? {}
  const eventId = readEventId(feedback['associated_event_id'])
  const ownId = envelopeId(context, eventId) ?? readEventId(raw['event_id'])
  return keepFeedback({ ownId, eventId, texts: readTexts(feedback, 'message', 'contact_email') }, context)
}

/** Of the first feedback, unless it is that of the event which it is about. */
function envelopeId({ feedbackId, room }: ItemContext, eventId: string | undefined): string | undefined {
  return feedbackId === eventId || room.taken('feedback') > 0 ? undefined : feedbackId
}

function readTexts(raw: JsonObject, messageKey: string, emailKey: string): FeedbackTexts {
  const message = asText(raw[messageKey], longestMessage)?.trim() ?? ''
  if (message === '') throw new Refusal(400, 'The feedback says nothing: its message is empty.')
  return {
    message,
    name: asName(raw['name'], longestName),
    email: asName(raw[emailKey], longestName),
    url: asName(raw['url'], longestUrl),
  }
}

interface ReadFeedback {
  ownId: string | undefined
  eventId: string | undefined
  texts: FeedbackTexts
}

function keepFeedback({ ownId, eventId, texts }: ReadFeedback, context: ItemContext): Partial<Kept> {
  const { arrival, settings, room } = context
  room.take('feedback', 1)
  const { message, email } = texts
  // Without an id of its own, the same words of the same person about the same event are the same feedback.
  const feedbackId =
    ownId === undefined
      ? shortHash(JSON.stringify([eventId ?? '', email ?? '', message]))
      : Buffer.from(ownId, 'hex')
  return {
    feedback: [
      {
        projectId: arrival.projectId,
        feedbackId,
        eventId: eventId === undefined ? undefined : Buffer.from(eventId, 'hex'),
        receivedAtMs: arrival.receivedAtMs,
        ...scrubFeedback(texts, settings.scrubbing),
      },
    ],
  }
}
