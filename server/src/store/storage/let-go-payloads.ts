import type { SelectQueryBuilder } from 'kysely'
import type { LetGoState } from '../../domain/storage/index.ts'
import type { Schema } from '../schema.ts'
import { defineUnit, type Tx } from '../store.ts'
import { hasLater, hasNoDependents, inState, payloadBytes } from './exempt.ts'
import type { PayloadWalk, ReceiptRange } from './payload-range.ts'
import { uncountPayloads, type GonePayload } from './uncount-payloads.ts'

/** Lets go what a walk may of the payloads received in a range. Answers how many, and their bytes. */
export const letGoReceived = defineUnit(
  'storage.let-go-received',
  async (
    tx,
    { projectId, state, sparesLatest, reason, from, until }: PayloadWalk & ReceiptRange,
    dialect,
  ) => {
    await dialect.lockProject(tx, projectId)
    const received = payloadsOf(tx, projectId)
      .where(inState(state))
      .where('received_at', '>=', from)
      .where('received_at', '<=', until)
      .where(hasNoDependents)
    return letGo(tx, projectId, reason, await (sparesLatest ? received.where(hasLater) : received).execute())
  },
)

/** Lets go samples by their ids (hex), those that still are any, but for the latest of their issues. */
export const letGoSamples = defineUnit(
  'storage.let-go-samples',
  async (tx, { projectId, eventIds }: { projectId: number; eventIds: string[] }, dialect) => {
    await dialect.lockProject(tx, projectId)
    const samples = payloadsOf(tx, projectId)
      .where('payload_state', '=', 'sample')
      .where(
        'event_id',
        'in',
        eventIds.map((id) => Buffer.from(id, 'hex')),
      )
      .where(hasLater)
    return letGo(tx, projectId, 'over_issue_budget', await samples.execute())
  },
)

function payloadsOf(tx: Tx, projectId: number): SelectQueryBuilder<Schema, 'events', GonePayload> {
  return tx
    .selectFrom('events')
    .select(['event_id', 'fingerprint_number', 'payload_state', 'dictionary_event_id'])
    .select(payloadBytes.as('bytes'))
    .where('project_id', '=', projectId)
}

async function letGo(
  tx: Tx,
  projectId: number,
  reason: LetGoState,
  going: GonePayload[],
): Promise<{ count: number; bytes: number }> {
  if (going.length === 0) return { count: 0, bytes: 0 }
  await tx
    .updateTable('events')
    .set({ payload_state: reason, codec: null, dictionary_event_id: null, payload: null })
    .where('project_id', '=', projectId)
    .where(
      'event_id',
      'in',
      going.map((row) => row.event_id),
    )
    .execute()
  await uncountPayloads(tx, projectId, going)
  return { count: going.length, bytes: going.reduce((sum, row) => sum + row.bytes, 0) }
}
