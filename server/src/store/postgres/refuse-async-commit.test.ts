import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { openPool } from './connection.ts'
import { refuseAsyncCommit } from './refuse-async-commit.ts'

const url = process.env['MISHAP_TEST_POSTGRES_URL']

function urlWith(setting: string): URL {
  const own = new URL(url ?? '')
  own.searchParams.set('options', `-c synchronous_commit=${setting}`)
  return own
}

function poolWith(setting: string) {
  const pool = openPool(urlWith(setting).href, 1)
  onTestFinished(() => pool.end())
  return pool
}

it.skipIf(url === undefined)(
  'a server that forgets commits at a crash is refused, with what to do',
  async () => {
    await expect(refuseAsyncCommit(poolWith('off'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/synchronous_commit off.*MISHAP_ASYNC_COMMIT=allow/),
    })
  },
)

it.skipIf(url === undefined).each(['on', 'local'])(
  'one with synchronous_commit %s is used',
  async (setting) => {
    await expect(refuseAsyncCommit(poolWith(setting))).resolves.toBeUndefined()
  },
)

it.skipIf(url === undefined)('nothing stays connected to a server that is refused', async () => {
  const name = 'mishap-refused'
  const own = urlWith('off')
  own.searchParams.set('application_name', name)
  const database = { engine: 'postgres', url: own.href, asyncCommit: 'refuse' } as const
  await expect(openDatabase({ dataDir: '', database }, 1_000)).rejects.toMatchObject({ code: 'conflict' })
  const watching = poolWith('on')
  const connected = () =>
    watching.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE application_name = $1', [name])
  await expect.poll(async () => (await connected()).rows, { timeout: 5_000 }).toEqual([])
})
