import { readEventId } from '../../domain/event/event-id.ts'
import { Refusal } from '../refusals/refusal.ts'
import { buildEnvelope, type NewItem } from './build-envelope.ts'
import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'
import { readFormData } from './read-form-data.ts'

/** Files for an event that is sent on its own. */
export const attachmentsEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'attachment',
  weight: 1,
  convert: readFiles,
}

async function readFiles(incoming: Incoming): Promise<Handover> {
  const eventId = readEventId(incoming.target.params.eventId)
  if (eventId === undefined) throw new Refusal(400, 'The path names no event: its id has 32 hex digits.')
  const form = await readFormData(incoming)
  const items = await attachmentItems(form, () => undefined)
  if (items.length === 0) throw new Refusal(400, 'The form holds no file.')
  return buildEnvelope({ event_id: eventId }, items)
}

const longestName = 255

/** The files of a form. `kindOf` says what the file of a field is, where it is more than something beside an event. */
export async function attachmentItems(
  form: FormData,
  kindOf: (field: string) => string | undefined,
): Promise<NewItem[]> {
  const items: NewItem[] = []
  for (const [field, file] of form) {
    if (!(file instanceof File)) continue
    const headers = {
      type: 'attachment',
      attachment_type: kindOf(field) ?? 'event.attachment',
      filename: file.name.slice(0, longestName),
      ...(file.type !== '' && { content_type: file.type.slice(0, longestName) }),
    }
    items.push({ headers, payload: new Uint8Array(await file.arrayBuffer()) })
  }
  return items
}
