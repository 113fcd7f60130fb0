import { expect, test } from 'vitest'
import { addToken } from './accounts/api-tokens.ts'
import * as contract from './contract/index.ts'
import { createMergeSuggester } from './issues/regroup/suggest-merges.ts'
import { aFingerprint, aHash, aRecord } from './store/testing/a-record.ts'
import { aRecordingStore } from './store/testing/a-recording-store.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { startApp } from './testing/start-app.ts'

onBothEngines((open) => {
  async function openWithIssues() {
    const store = await aRecordingStore(open, { projects: 2 })
    const { call } = await startApp(store)
    const { token } = await addToken(store, 'Ada', 0)
    const headers = { authorization: `Bearer ${token}` }
    const alike = (name: string, chain: string[]) =>
      aFingerprint(name, { likenessHash: aHash('alike'), chain: JSON.stringify(chain) })
    await store.record(
      aRecord({ id: 'a', fingerprint: alike('a', ['cart#total', 'cart#tax']) }),
      aRecord({ id: 'b', fingerprint: alike('b', ['cart#total', 'cart#tax', 'page#checkout']) }),
      aRecord({ id: 'c', bug: 'bug 3' }),
      aRecord({ id: 'd', projectId: 2 }),
    )
    await createMergeSuggester(store, () => 0)()
    return (method: string, path: string, json?: unknown) =>
      call(method, `/api/v1${path}`, { headers, ...(json !== undefined && { json }) })
  }

  test('issues are merged, taken apart, and all of it undone', async () => {
    const ask = await openWithIssues()
    const merged = await ask('POST', '/issues/P1-1/merge', { ids: ['1-2', '1-3'] })
    expect(merged).toMatchObject({ status: 200, json: { number: 1, kind: 'merge', actor: 'Ada' } })
    expect(contract.regrouping.parse(merged.json).issues.map((issue) => issue.id)).toEqual([
      '1-1',
      '1-2',
      '1-3',
    ])
    const { items } = contract.fingerprintList.parse((await ask('GET', '/issues/1-2/fingerprints')).json)
    expect(items.map((item) => item.number)).toEqual([1, 2, 3])
    const apart = await ask('POST', '/issues/1-1/unmerge', { fingerprints: [3] })
    expect(apart).toMatchObject({ status: 200, json: { number: 2, issues: [{ id: '1-3' }, { id: '1-1' }] } })
    const early = await ask('POST', '/projects/project-1/regroupings/1/undo')
    expect(early).toMatchObject({ status: 409, json: { code: 'conflict' } })
    for (const number of [2, 1])
      expect((await ask('POST', `/projects/1/regroupings/${number}/undo`)).status).toBe(200)
    expect((await ask('POST', '/projects/1/regroupings/1/undo')).status).toBe(409)
    const listed = await ask('GET', '/projects/project-1/regroupings?limit=1')
    expect(contract.regroupingList.parse(listed.json).items).toMatchObject([{ number: 2, state: 'undone' }])
    expect((await ask('GET', '/issues/1-2')).json).toMatchObject({ id: '1-2', count: 1 })
  })

  test('what may be one bug is listed, compared, and merged or dismissed', async () => {
    const ask = await openWithIssues()
    const suggested = contract.suggestionList.parse((await ask('GET', '/issues/1-1/suggestions')).json)
    expect(suggested.items).toMatchObject([{ id: '1-2', issue: { id: '1-2' } }])
    expect((await ask('GET', '/issues/1-1/comparison?with=P1-2')).json).toMatchObject({
      other: { id: '1-2' },
    })
    expect(await ask('POST', '/issues/1-1/suggestions/1-2', { kind: 'accept' })).toMatchObject({
      status: 200,
      json: { kind: 'merge', issues: [{ id: '1-1' }, { id: '1-2' }] },
    })
    expect((await ask('POST', '/issues/1-1/suggestions/1-2', { kind: 'dismiss' })).status).toBe(404)
  })

  test('dismissing a suggestion answers that nothing was merged', async () => {
    const ask = await openWithIssues()
    expect(await ask('POST', '/issues/1-1/suggestions/1-2', { kind: 'dismiss' })).toMatchObject({
      status: 200,
      json: null,
    })
  })

  test.each([
    ['POST', '/issues/1-1/merge', { ids: [] }, 400],
    ['POST', '/issues/1-1/merge', { ids: ['2-1'] }, 404],
    ['POST', '/issues/1-1/merge', { ids: ['1-1'] }, 400],
    ['POST', '/issues/9-1/merge', { ids: ['1-1'] }, 404],
    ['POST', '/issues/1-1/unmerge', { fingerprints: [1] }, 400],
    ['POST', '/issues/1-1/suggestions/1-9', { kind: 'accept' }, 404],
    ['PUT', '/issues/1-1/fuse', { state: 'off' }, 400],
    ['GET', '/issues/1-1/comparison?with=2-1', undefined, 404],
    ['GET', '/issues/1-1/comparison', undefined, 400],
    ['POST', '/projects/1/regroupings/x/undo', undefined, 400],
    ['POST', '/projects/1/regroupings/1/undo', undefined, 404],
  ])('%s %s is refused where it makes no sense', async (method, path, json, status) => {
    const ask = await openWithIssues()
    expect((await ask(method, path, json)).status).toBe(status)
  })
})
