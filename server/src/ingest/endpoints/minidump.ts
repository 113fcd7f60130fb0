import { readEventId } from '../../domain/event/event-id.ts'
import { inflate } from '../decode/inflate.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sendBytes } from '../reply.ts'
import { attachmentItems } from './attachments.ts'
import { buildEnvelope, type NewItem } from './build-envelope.ts'
import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { readMinidumpEvent } from './minidump-event.ts'
import { ownCredentials } from './own-credentials.ts'
import { readFormData } from './read-form-data.ts'

/** Crashes of native programs, as Crashpad and Breakpad upload them: an event that is told by form fields, and files. */
export const minidumpEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'error',
  weight: 1,
  convert: readMinidump,
  // The uploaders write the reply into their log as the name of the crash.
  sendAccepted: (response, { body }) =>
    sendBytes(response, 200, 'text/plain', 'id' in body ? hyphenated(body.id ?? '') : ''),
}

const dumpField = 'upload_file_minidump'

async function readMinidump(incoming: Incoming): Promise<Handover> {
  const form = await readForm(incoming)
  const dump = form.get(dumpField)
  if (!(dump instanceof File)) throw new Refusal(400, `The form has no file ${dumpField}.`)
  const event = readMinidumpEvent(form)
  const eventId = readEventId(event['event_id'])
  const items: NewItem[] = [
    { headers: { type: 'event' }, payload: event },
    ...(await attachmentItems(form, (name) => (name === dumpField ? 'event.minidump' : undefined))),
  ]
  return buildEnvelope(eventId === undefined ? {} : { event_id: eventId }, items)
}

/** Some uploaders send nothing but the dump. */
async function readForm(incoming: Incoming): Promise<FormData> {
  if (incoming.headers['content-type']?.startsWith('multipart/')) return readFormData(incoming)
  const bytes = Buffer.from(inflate(incoming.body, incoming.encoding, incoming.mostBytes))
  if (bytes.toString('latin1', 0, 4) !== 'MDMP')
    throw new Refusal(400, 'The body is neither a multipart form nor a minidump.')
  const form = new FormData()
  form.set(dumpField, new File([bytes], 'minidump.dmp'))
  return form
}

function hyphenated(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
