import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { countOutcomes, type Outcome } from './count-outcomes.ts'
import { defineUnit, type Store } from './store.ts'
import { noon } from './testing/a-record.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const count = defineUnit('test.count', (tx, outcomes: Outcome[]) => countOutcomes(tx, outcomes))

function anOutcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    projectId: 1,
    atMs: noon,
    category: 'error',
    outcome: 'accepted',
    reason: '',
    publicKey: '',
    sdk: '',
    quantity: 1,
    ...changes,
  }
}

function readRows({ reader }: Store) {
  return reader
    .selectFrom('outcomes')
    .select(['project_id', 'hour', 'outcome', 'quantity'])
    .orderBy('project_id')
    .orderBy('hour')
    .execute()
}

onBothEngines((open) => {
  it('adds equal outcomes of an hour together, in one batch and over many', async () => {
    const store = await open()
    await store.write(count, [
      anOutcome(),
      anOutcome({ atMs: noon + 3_599_999, quantity: 4 }),
      anOutcome({ atMs: noon + 3_600_000 }),
    ])
    await store.write(count, [
      anOutcome({ quantity: 2 }),
      anOutcome({ projectId: 0, outcome: 'invalid', reason: 'unknown_key' }),
    ])
    expect(await readRows(store)).toEqual([
      { project_id: 0, hour: noon, outcome: 'invalid', quantity: 1 },
      { project_id: 1, hour: noon, outcome: 'accepted', quantity: 7 },
      { project_id: 1, hour: noon + 3_600_000, outcome: 'accepted', quantity: 1 },
    ])
  })

  it('takes its rows in one order, so that two servers cannot wait for each other', async () => {
    const store = await open()
    await store.write(count, [anOutcome({ projectId: 1 }), anOutcome({ projectId: 2 })])
    await store.write(noteOrder, undefined)
    await store.write(count, [anOutcome({ projectId: 2 }), anOutcome({ projectId: 1 })])
    expect(
      (await sql<{ id: number }>`SELECT project_id AS id FROM touched ORDER BY at`.execute(store.reader))
        .rows,
    ).toEqual([{ id: 1 }, { id: 2 }])
  })
})

/** A trigger that writes down which rows are updated, one after another. */
const noteOrder = defineUnit('test.note-order', async (tx, _: undefined, { engine }): Promise<void> => {
  if (engine === 'sqlite') {
    await sql`CREATE TABLE touched (at INTEGER PRIMARY KEY, project_id INTEGER)`.execute(tx)
    await sql`
      CREATE TRIGGER note AFTER UPDATE ON outcomes
      BEGIN INSERT INTO touched (project_id) VALUES (new.project_id); END
    `.execute(tx)
    return
  }
  await sql`CREATE TABLE touched (at BIGINT GENERATED ALWAYS AS IDENTITY, project_id BIGINT)`.execute(tx)
  await sql`
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO touched (project_id) VALUES (new.project_id); RETURN new; END'
  `.execute(tx)
  await sql`CREATE TRIGGER note AFTER UPDATE ON outcomes FOR EACH ROW EXECUTE FUNCTION note()`.execute(tx)
})
