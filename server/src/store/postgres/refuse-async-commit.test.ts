import { expect, it, onTestFinished } from 'vitest'
import { openPool } from './connection.ts'
import { refuseAsyncCommit } from './refuse-async-commit.ts'

const url = process.env['MISHAP_TEST_POSTGRES_URL']

function poolWith(setting: string) {
  const own = new URL(url ?? '')
  own.searchParams.set('options', `-c synchronous_commit=${setting}`)
  const pool = openPool(own.href, 1)
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
