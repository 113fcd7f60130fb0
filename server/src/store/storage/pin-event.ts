import { AppError } from '../../domain/app-error.ts'
import { letGoStates, type PayloadState } from '../../domain/storage/index.ts'
import type { IssueKey } from '../../domain/issue/issue-id.ts'
import { numbersOf } from '../issue-fingerprints.ts'
import { defineUnit, type Tx } from '../store.ts'
import { inState } from './exempt.ts'
import { addSamples } from './uncount-payloads.ts'

const mostOfAnIssue = 100

export interface PinInput extends IssueKey {
  /** Hex. */
  eventId: string
  pinned: boolean
}

/**
 * Keeps an event whole whatever its age and the budgets, or gives it back to them. Throws `not_found` for an event that
 * the issue does not have, and `conflict` where there is nothing left to keep or the issue has enough that are pinned.
 */
export const pinEvent = defineUnit(
  'storage.pin-event',
  async (tx, { eventId, pinned, ...key }: PinInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, key.projectId)
    const id = Buffer.from(eventId, 'hex')
    const event = await readState(tx, key, id)
    if (event === undefined) throw new AppError('not_found', `The issue has no event "${eventId}".`)
    if (letGoStates.some((state) => state === event.payload_state))
      throw new AppError('conflict', 'Only the row of this event is left: there is nothing to pin any more.')
    if ((event.payload_state === 'pinned') === pinned) return
    if (pinned) await refuseMore(tx, key)
    const after = pinned ? 'pinned' : event.codec === 'deflate' ? 'first' : 'sample'
    await tx
      .updateTable('events')
      .set({ payload_state: after })
      .where('project_id', '=', key.projectId)
      .where('event_id', '=', id)
      .execute()
    const one = new Map([[event.fingerprint_number, 1]])
    if (event.payload_state === 'sample') await addSamples(tx, key.projectId, one, -1)
    if (after === 'sample') await addSamples(tx, key.projectId, one, 1)
  },
)

interface EventState {
  payload_state: PayloadState
  codec: string | null
  fingerprint_number: number
}

function readState(tx: Tx, key: IssueKey, id: Buffer): Promise<EventState | undefined> {
  return tx
    .selectFrom('events')
    .select(['payload_state', 'codec', 'fingerprint_number'])
    .where('project_id', '=', key.projectId)
    .where('event_id', '=', id)
    .where('fingerprint_number', 'in', numbersOf(key))
    .executeTakeFirst()
}

async function refuseMore(tx: Tx, key: IssueKey): Promise<void> {
  const { count } = await tx
    .selectFrom('events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('project_id', '=', key.projectId)
    .where('fingerprint_number', 'in', numbersOf(key))
    .where(inState('pinned'))
    .executeTakeFirstOrThrow()
  if (count >= mostOfAnIssue)
    throw new AppError(
      'conflict',
      `${mostOfAnIssue} events of this issue are pinned, and no more can be. Unpin one first.`,
    )
}
