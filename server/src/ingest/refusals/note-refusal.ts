import { readEncoding } from '../content-encoding.ts'
import { clientNameOf } from '../client-name.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import type { IngestParts } from '../ingest-parts.ts'
import type { Sender } from '../sender.ts'
import { unknownContent, unreadCategory } from '../unread-category.ts'
import { tellFirstBytes } from './first-bytes.ts'
import type { Refusal } from './refusal.ts'

/**
 * Counts a refusal at the door, once. The example goes to the project that the request names, also by a wrong key: its
 * people are the ones who look for the events. By the key of another project it goes to that one, where the DSN was
 * copied from. The count goes along only with a key.
 */
export function noteRefusal(
  { tally, hasProject, now }: IngestParts,
  endpoint: Endpoint,
  sender: Sender,
  refusal: Refusal,
): void {
  const { target, request, credentials, holder } = sender
  if (holder !== undefined && tally.noteAgain(holder.publicKey, refusal)) return
  const named = target.projectId ?? credentials?.projectId ?? 0
  const projectId = holder?.projectId ?? (hasProject(named) ? named : 0)
  const source = {
    projectId,
    publicKey: credentials?.publicKey ?? '',
    clientName: clientNameOf(sender),
    receivedAtMs: now(),
    headers: request.headers,
    key: holder === undefined ? ('unknown' as const) : ('known' as const),
  }
  const outcome = refusal.status === 429 ? 'limited' : 'invalid'
  const note = (category: string): void => tally.note({ ...source, category }, outcome, refusal)
  // For who has no key nothing is looked at.
  const isUnknown = holder === undefined || refusal.status === 415
  const category = endpoint.category ?? (isUnknown ? unknownContent : undefined)
  if (category === undefined) tellFirstItem(sender, note)
  else note(category)
}

function tellFirstItem({ request, body }: Sender, tell: (category: string) => void): void {
  const encoding = readEncoding(request.headers['content-encoding'])
  const tellOf = (start: Uint8Array): void => tell(unreadCategory('envelope', start, encoding))
  const start = body?.start() ?? new Uint8Array()
  if (start.length > 0) tellOf(start)
  else tellFirstBytes(request, tellOf)
}
