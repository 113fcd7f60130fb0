import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { AppError } from '../../domain/app-error.ts'
import { defineUnit, type Tx } from '../store.ts'
import { openWritingConnection, type WritingConnection } from './connection.ts'
import { runUnits, type AnyUnit } from './run-units.ts'
import type { UnitRequest } from './unit-messages.ts'

const insert = (tx: Tx, word: string) => sql`INSERT INTO words VALUES (${word})`.execute(tx)

const units: AnyUnit[] = [
  defineUnit('add', async (tx, word: string) => {
    await insert(tx, word)
    return `added ${word}`
  }),
  defineUnit('add-and-refuse', async (tx, word: string) => {
    await insert(tx, word)
    throw new AppError('conflict', `There is a ${word} already.`, { fields: { word: 'taken' } })
  }),
  defineUnit('add-and-fail', async (tx, word: string) => {
    await insert(tx, word)
    throw new TypeError('broken')
  }),
  // What SQLite does by itself when the disk is full.
  defineUnit('undo-everything', async (tx, word: string) => {
    await sql`INSERT OR ROLLBACK INTO words VALUES (${word}), (${word})`.execute(tx)
  }),
]

function openWords(): WritingConnection {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-units-'))
  const connection = openWritingConnection(join(folder, 'mishap.db'))
  connection.sqlite.exec('CREATE TABLE words (word TEXT PRIMARY KEY)')
  onTestFinished(() => {
    connection.sqlite.close()
    rmSync(folder, { recursive: true })
  })
  return connection
}

function run(connection: WritingConnection, ...names: string[]) {
  const requests = names.map((name, id): UnitRequest => ({ kind: 'unit', id, name, input: `word ${id}` }))
  return runUnits(connection, new Map(units.map((unit) => [unit.name, unit])), requests)
}

function wordsIn({ sqlite }: WritingConnection): unknown[] {
  return sqlite.prepare('SELECT word FROM words ORDER BY word').pluck().all()
}

it('answers each unit with what it returned, after the commit of all', async () => {
  const connection = openWords()
  expect(await run(connection, 'add', 'add')).toEqual([
    { kind: 'unit-done', id: 0, output: 'added word 0' },
    { kind: 'unit-done', id: 1, output: 'added word 1' },
  ])
  expect(connection.sqlite.inTransaction).toBe(false)
  expect(wordsIn(connection)).toEqual(['word 0', 'word 1'])
})

it('a unit that fails is undone alone, and says why', async () => {
  const connection = openWords()
  const replies = await run(connection, 'add', 'add-and-refuse', 'add-and-fail', 'nobody knows it', 'add')
  expect(replies).toMatchObject([
    { kind: 'unit-done', id: 0 },
    {
      kind: 'unit-failed',
      id: 1,
      error: { code: 'conflict', message: 'There is a word 1 already.', fields: { word: 'taken' } },
    },
    { kind: 'unit-failed', id: 2, error: { code: undefined } },
    { kind: 'unit-failed', id: 3, error: { code: undefined } },
    { kind: 'unit-done', id: 4 },
  ])
  expect(wordsIn(connection)).toEqual(['word 0', 'word 4'])
})

it('when the whole transaction is undone, every unit of the turn has failed and none is written', async () => {
  const connection = openWords()
  const replies = await run(connection, 'add', 'undo-everything', 'add')
  expect(replies.map((reply) => [reply.id, reply.kind])).toEqual([
    [0, 'unit-failed'],
    [1, 'unit-failed'],
    [2, 'unit-failed'],
  ])
  expect(wordsIn(connection)).toEqual([])
  expect(await run(connection, 'add')).toMatchObject([{ kind: 'unit-done' }])
})
