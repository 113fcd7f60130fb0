import type { Limited } from '../domain/limits/index.ts'
import { authenticate, refuseWrong, type KeyHolder } from './authenticate.ts'
import type { IngestParts } from './ingest-parts.ts'
import { Refusal } from './refusals/refusal.ts'
import type { Sender } from './sender.ts'

/** A request that comes with a key that holds. */
export interface Admission {
  holder: KeyHolder
  /** The limit that leaves no room for what limits are about. */
  limited?: Limited
  /** Brings what is taken from the limits to what the request really brought. */
  settle(events: number): void
}

/** Whose request it is, whether the store can take it, and whether the limits leave room. Throws a `Refusal`. */
export async function admit(parts: IngestParts, sender: Sender, weight: number): Promise<Admission> {
  const { target, request } = sender
  const claim = {
    credentials: sender.credentials,
    projectId: target.projectId,
    headers: request.headers,
  }
  const holder = await authenticate(parts.findKey, claim)
  sender.holder = holder
  refuseWrong(holder, claim)
  const trouble = parts.storeTrouble()
  if (trouble !== undefined) throw new Refusal(503, trouble)
  return limit(parts, holder, weight)
}

/** What it weighs is charged before its body is known, so that requests side by side cannot pass a limit together. */
function limit({ limiter, now }: IngestParts, holder: KeyHolder, weight: number): Admission {
  const { projectId, publicKey, settings } = holder
  const arrival = (of: number) => ({
    projectId,
    publicKey,
    settings: settings.limits,
    nowMs: now(),
    weight: of,
  })
  const limited = limiter.admit(arrival(weight))
  const isLimited = limited.kind === 'limited'
  const taken = isLimited ? 0 : weight
  return {
    holder,
    ...(isLimited && { limited }),
    settle(events) {
      if (events > taken) limiter.charge(arrival(events - taken))
      if (events < taken) limiter.refund(arrival(taken - events))
    },
  }
}
