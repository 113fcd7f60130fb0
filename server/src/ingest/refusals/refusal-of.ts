import type { Outcome } from '../../store/count-outcomes.ts'
import type { RefusalRecord } from '../../store/refusals.ts'
import type { OutcomeSource } from '../outcome-of.ts'
import type { Refusal } from './refusal.ts'
import { sdkLabel } from '../sdk-label.ts'

/** Who was refused, with the headers that may explain it. */
export interface RefusedSource extends OutcomeSource {
  headers: Record<string, string>
}

/** The example that the project's people see. */
export function refusalOf(
  source: RefusedSource,
  outcome: Outcome['outcome'],
  category: string,
  { reason, message }: Refusal,
): RefusalRecord {
  return {
    projectId: source.projectId,
    category,
    outcome,
    reason,
    atMs: source.receivedAtMs,
    detail: message,
    publicKey: source.publicKey === '' ? undefined : source.publicKey,
    sdk: sdkLabel(source.clientName) || undefined,
    headers: source.headers,
  }
}
