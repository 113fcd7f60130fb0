import type { IngestParts } from '../ingest-parts.ts'
import type { Refusal } from './refusal.ts'
import type { Sender } from '../sender.ts'
import { tellingHeaders } from './telling-headers.ts'

/**
 * Counts a refusal at the door, once. The example goes to the project that the request names, also by a wrong key: its
 * people are the ones who look for the events. The count goes there only with a key of that project.
 */
export function noteRefusal(
  { tally, hasProject, now }: IngestParts,
  { target, request, credentials, holder }: Sender,
  refusal: Refusal,
): void {
  const named = target.projectId ?? credentials?.projectId ?? 0
  const projectId = holder?.projectId ?? (hasProject(named) ? named : 0)
  const source = {
    projectId,
    publicKey: credentials?.publicKey ?? '',
    clientName: credentials?.clientName ?? request.headers['user-agent'],
    receivedAtMs: now(),
    headers: tellingHeaders(request.headers),
    key: holder === undefined ? ('unknown' as const) : ('known' as const),
  }
  tally.note(source, refusal.status === 429 ? 'limited' : 'invalid', refusal)
}
