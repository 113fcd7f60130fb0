import type { IngestParts } from '../ingest-parts.ts'
import type { Refusal } from './refusal.ts'
import { clientNameOf } from '../client-name.ts'
import type { Sender } from '../sender.ts'
import { tellingHeaders } from './telling-headers.ts'

/**
 * Counts a refusal at the door, once. The example goes to the project that the request names, also by a wrong key: its
 * people are the ones who look for the events. By the key of another project it goes to that one, where the DSN was
 * copied from. The count goes along only with a key.
 */
export function noteRefusal({ tally, hasProject, now }: IngestParts, sender: Sender, refusal: Refusal): void {
  const { target, request, credentials, holder } = sender
  const named = target.projectId ?? credentials?.projectId ?? 0
  const projectId = holder?.projectId ?? (hasProject(named) ? named : 0)
  const source = {
    projectId,
    publicKey: credentials?.publicKey ?? '',
    clientName: clientNameOf(sender),
    receivedAtMs: now(),
    headers: tellingHeaders(request.headers),
    key: holder === undefined ? ('unknown' as const) : ('known' as const),
  }
  tally.note(source, refusal.status === 429 ? 'limited' : 'invalid', refusal)
}
