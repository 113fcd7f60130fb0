import type { Unit } from '../store.ts'
import { inSavepoint, inTransaction, type WritingConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { failureOf } from './thread-failure.ts'
import type { UnitReply, UnitRequest } from './unit-messages.ts'

export type AnyUnit = Unit<never, unknown>

/**
 * Runs the waiting units, each in a savepoint of its own, and commits them together: a commit each would cost
 * two and a half times as much. The replies may leave once this has resolved.
 */
export async function runUnits(
  connection: WritingConnection,
  units: Map<string, AnyUnit>,
  requests: UnitRequest[],
): Promise<UnitReply[]> {
  try {
    return await inTransaction(connection, async () => {
      const replies: UnitReply[] = []
      for (const request of requests) replies.push(await runUnit(connection, units, request))
      return replies
    })
  } catch (error) {
    return requests.map(({ id }) => ({ kind: 'unit-failed', id, error: failureOf(error) }))
  }
}

async function runUnit(
  connection: WritingConnection,
  units: Map<string, AnyUnit>,
  { id, name, input }: UnitRequest,
): Promise<UnitReply> {
  try {
    const unit = units.get(name)
    if (unit === undefined) throw new Error(`The writer does not know the unit "${name}".`)
    // The name and the input come from one call of `Store.write`, whose types hold them together.
    const output = await inSavepoint(connection, (tx) => unit.run(tx, input as never, sqliteDialect))
    return { kind: 'unit-done', id, output }
  } catch (error) {
    // A full disk, for one, undoes the whole transaction, and with it what was done before: nothing is to follow.
    if (!connection.sqlite.inTransaction) throw error
    return { kind: 'unit-failed', id, error: failureOf(error) }
  }
}
