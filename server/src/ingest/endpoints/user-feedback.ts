import { readEventId } from '../../domain/event/event-id.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'
import { readJsonFields } from './read-text.ts'
import { userReportEnvelope } from './user-report.ts'

/** The old way of sites that have a form of their own. The path's names are not read: the DSN says which project. */
export const userFeedbackEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'feedback',
  weight: 1,
  mostBytes: 100 * 1024,
  convert: readFeedback,
}

function readFeedback(incoming: Incoming): Handover {
  const fields = readJsonFields(incoming)
  const text = (name: string): string => String(fields.get(name) ?? '')
  const eventId = readEventId(fields.get('event_id'))
  if (eventId === undefined) throw new Refusal(400, 'The field event_id is not the id of an event.')
  const comments = text('comments')
  if (comments.trim() === '') throw new Refusal(400, 'The field comments is empty.')
  return userReportEnvelope({ event_id: eventId, name: text('name'), email: text('email'), comments })
}
