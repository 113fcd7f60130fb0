import { authenticate, refuseDisabled, type KeyHolder } from './authenticate.ts'
import type { IngestParts } from './ingest-parts.ts'
import { LimitExceeded } from './refusals/limit-exceeded.ts'
import type { Sender } from './sender.ts'

/** Whose request it is, if its key holds and the limits leave room. Throws a `Refusal`. */
export async function admit(parts: IngestParts, sender: Sender, weight: number): Promise<KeyHolder> {
  const { target, request } = sender
  const claim = {
    credentials: sender.credentials,
    projectId: target.projectId,
    headers: request.headers,
  }
  const holder = await authenticate(parts.findKey, claim)
  sender.holder = holder
  refuseDisabled(holder, claim)
  const { projectId, publicKey, settings } = holder
  const admission = parts.limiter.admit({
    projectId,
    publicKey,
    settings: settings.limits,
    nowMs: parts.now(),
    weight,
  })
  if (admission.kind === 'limited') throw new LimitExceeded(admission)
  return holder
}
