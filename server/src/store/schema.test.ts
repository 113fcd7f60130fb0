import { expect, it } from 'vitest'
import { describeSchema, type TableDescription } from './testing/describe-schema.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

/** What is there once, or grows with people and projects, not with what happens. */
const staysSmall = new Set([
  'schema_migrations',
  'installation',
  'projects',
  'api_tokens',
  'users',
  'sessions',
  'credentials',
  'verifications',
])

/** The sign-in library's tables have its types, which differ. */
const ofSignIn = new Set(['users', 'sessions', 'credentials', 'verifications'])

const onOtherEngine: Record<string, TableDescription>[] = []

onBothEngines((open) => {
  it('every key of a table that grows begins with the project, so that rows can be spread by it', async () => {
    const tables = Object.entries(await describeSchema(await open())).filter(
      ([name]) => !staysSmall.has(name),
    )
    expect(tables.map(([name]) => name)).toContain('fingerprint_tags')
    for (const [name, { keys }] of tables) {
      expect(keys.length, `${name} has a key`).toBeGreaterThan(0)
      for (const key of keys) expect(key[0], `of the key (${key.join()}) of ${name}`).toBe('project_id')
    }
  })

  it('the tables are the same on every engine: columns, what may be missing, and keys', async () => {
    const tables = await describeSchema(await open())
    for (const name of ofSignIn) for (const column in tables[name]?.columns) tables[name].columns[column] = ''
    for (const other of onOtherEngine) expect(tables).toEqual(other)
    onOtherEngine.push(tables)
    expect(Object.keys(tables).length).toBeGreaterThan(staysSmall.size)
  })
})
