import { expect, it } from 'vitest'
import { aFingerprint, aHash, aRecord } from '../../store/testing/a-record.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { answerFingerprints } from '../list-fingerprints.ts'
import { compareIssues } from './compare-issues.ts'
import { setFuse } from './set-fuse.ts'
import { aRegroupingStore } from './testing/a-regrouping-store.ts'

function aGroup(name: string, parts: Record<string, string>) {
  const listed = Object.entries(parts).map(([part, value]) => ({ name: part, value, reason: 'For a test.' }))
  const fingerprint = aFingerprint(name, { tier: 'site', parts: JSON.stringify(listed) })
  return aRecord({ id: name, bug: name, fingerprint })
}

onBothEngines((open) => {
  it('tells why two issues are not one by their closest fingerprints, and a rule that would join them', async () => {
    const store = await aRegroupingStore(open)
    const site = 'cart.ts#total'
    await store.record(
      aGroup('far', { type: 'Error', template: 'broken pipe', site: 'net.ts#send' }),
      aGroup('near', { type: 'Error', template: 'no price for <num>', site }),
      aGroup('other', { type: 'Error', template: 'no price for <str>', site }),
    )
    await store.merge('1-1', '1-2')
    const comparison = await compareIssues(store.reader, '1-1', 'P1-3')
    expect(comparison).toMatchObject({
      issue: { id: '1-1', count: 2 },
      other: { id: '1-3' },
      summary: 'They are two issues because the template differs.',
    })
    expect(comparison.rows.map((row) => [row.name, row.verdict])).toEqual([
      ['tier', 'same'],
      ['type', 'same'],
      ['template', 'different'],
      ['site', 'same'],
    ])
    expect(comparison.rule).toMatch(/ -> /)
  })

  it('compares issues of one project, and two of them', async () => {
    const store = await aRegroupingStore(open)
    await store.record(aGroup('a', {}), aRecord({ id: 'b', projectId: 2 }))
    await expect(compareIssues(store.reader, '1-1', '2-1')).rejects.toMatchObject({ code: 'not_found' })
    await expect(compareIssues(store.reader, '1-1', 'P1-1')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('the fuse of an issue is turned for the code paths that began in it', async () => {
    const store = await aRegroupingStore(open)
    const messages = Array.from({ length: 12 }, (_, index) => {
      const fingerprint = aFingerprint(`message ${index}`, { stackHash: aHash('stack') })
      return aRecord({ id: `${index}`, bug: `message ${index}`, fingerprint })
    })
    await store.record(...messages)
    const fuseOf = async () => (await answerFingerprints(store.reader, '1-1')).items[0]?.fuse
    expect(await fuseOf()).toEqual({ state: 'on', templates: 10, attached: 2 })
    await store.write(setFuse, { projectId: 1, of: '1-1', state: 'off' })
    expect(await fuseOf()).toMatchObject({ state: 'off' })
    await expect(store.write(setFuse, { projectId: 1, of: '1-2', state: 'off' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
