import { expect, test } from 'vitest'
import { addFirstAccount } from './accounts/first-account.ts'
import type { Store } from './store/store.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { cookiesOf, startApp } from './testing/start-app.ts'

const ada = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' }
const credentials = { email: ada.email, password: ada.password }

/** The store with a disk that fills when the test says so. */
function filling(store: Store): { store: Store; fill(): void } {
  let isFull = false
  const write: Store['write'] = async (unit, input) => {
    if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    return store.write(unit, input)
  }
  return { store: { ...store, write }, fill: () => (isFull = true) }
}

onBothEngines((open) => {
  test('what cannot be written for want of room is answered with 503 and what to do', async () => {
    const { store, fill } = filling(await open())
    const { call } = await startApp(store)
    await addFirstAccount(store, ada, 0)
    const headers = cookiesOf(await call('POST', '/api/v1/session', { json: credentials }))
    fill()
    const refused = await call('POST', '/api/v1/projects', { headers, json: { name: 'Shop' } })
    expect(refused).toMatchObject({
      status: 503,
      json: { code: 'unavailable', message: expect.stringMatching(/disk of the server is full/) },
    })
    expect(refused.headers.get('retry-after')).toBe('5')
    expect((await call('GET', '/api/v1/projects', { headers })).status).toBe(200)
  })

  test('who signs in then hears the same', async () => {
    const { store, fill } = filling(await open())
    const { call } = await startApp(store)
    await addFirstAccount(store, ada, 0)
    fill()
    expect(await call('POST', '/api/v1/session', { json: credentials })).toMatchObject({
      status: 503,
      json: { code: 'unavailable' },
    })
  })
})
