import type { Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Reader } from '../store.ts'
import type { Moves } from './moves.ts'

export type RegroupingRow = Omit<Selectable<Schema['regroupings']>, 'moves'> & { moves: Moves }

export async function readRegrouping(
  reader: Reader,
  projectId: number,
  number: number,
): Promise<RegroupingRow | undefined> {
  const row = await select(reader, projectId).where('number', '=', number).executeTakeFirst()
  return row && withMoves(row)
}

/** Newest first. */
export async function listRegroupings(
  reader: Reader,
  projectId: number,
  limit: number,
): Promise<RegroupingRow[]> {
  const rows = await select(reader, projectId).orderBy('number', 'desc').limit(limit).execute()
  return rows.map(withMoves)
}

/** Those that hold and came after one, newest first. */
export async function listLaterRegroupings(
  reader: Reader,
  projectId: number,
  number: number,
): Promise<RegroupingRow[]> {
  const rows = await select(reader, projectId)
    .where('number', '>', number)
    .where('state', '=', 'done')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(withMoves)
}

function select(reader: Reader, projectId: number) {
  return reader.selectFrom('regroupings').selectAll().where('project_id', '=', projectId)
}

/** We wrote them. */
function withMoves(row: Selectable<Schema['regroupings']>): RegroupingRow {
  return { ...row, moves: JSON.parse(row.moves) as Moves }
}
