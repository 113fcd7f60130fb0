import { expect, test } from 'vitest'
import { rulesVersion } from '../domain/grouping/index.ts'
import { readRulesText } from '../store/grouping-rules.ts'
import { readRun, startRun } from '../store/grouping-runs.ts'
import { findIssue } from '../store/issue-find.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { noon } from '../store/testing/a-record.ts'
import { createGroupingRuns } from './grouping-runs.ts'
import { aLab, anError, projectId, type Lab } from './testing/a-lab.ts'
import { readCounts, recount } from './testing/counts.ts'
import { undoRun } from './undo-run.ts'

onBothEngines((open) => {
  const world = async ({ store: { reader } }: Lab) => ({
    counts: await readCounts(reader),
    issues: await reader
      .selectFrom('issues')
      .select(['number', 'status', 'merged_into', 'event_count', 'user_count', 'first_seen', 'last_seen'])
      .select(['first_release', 'last_release'])
      .orderBy('number')
      .execute(),
    fingerprints: await reader
      .selectFrom('fingerprints')
      .select(['number', 'issue_number', 'binding'])
      .orderBy('number')
      .execute(),
    hashes: await reader
      .selectFrom('fingerprint_hashes')
      .select(['hash', 'fingerprint_number'])
      .orderBy('hash')
      .execute(),
    rules: await readRulesText(reader, projectId),
  })
  const issueOf = async ({ store }: Lab, number: number) =>
    (await findIssue(store.reader, { kind: 'id', key: { projectId, number } }))?.number
  const undo = ({ store }: Lab, number: number) =>
    store.write(undoRun, { projectId, number, actor: 'ada', now: noon })

  const cart = (id: string, tenant: string, user: string, hour = 0) =>
    anError({ id, tags: { tenant }, user, hour, release: `1.${hour}` })
  const tenants = [
    cart('a1', 'acme', 'ann'),
    cart('a2', 'acme', 'bob', 2),
    cart('a3', 'acme', 'bob', 1),
    cart('b1', 'beta', 'bob', 3),
    cart('b2', 'beta', 'cid', -1),
  ]
  const byTenant = 'type:CartError -> add-part {{ tags.tenant }}'

  test('a preview says what would merge and changes nothing', async () => {
    const lab = await aLab(open)
    await lab.send(
      anError({ id: '1', place: '/srv/app/a.js#a' }),
      anError({ id: '2', place: '/srv/app/b.js#b' }),
    )
    const before = await world(lab)
    const run = await lab.run('preview', 'type:CartError -> fingerprint cart')
    expect(run).toMatchObject({ state: 'done', done_count: 2, total_count: 2, error: null })
    expect(run.found).toMatchObject({
      merges: [{ into: 1, issues: [2], reason: expect.stringContaining('line 1 of the project’s rules') }],
      splits: [],
      mergeCount: 1,
      splitCount: 0,
    })
    expect(await world(lab)).toEqual(before)
  })

  test('a preview says what would come apart, with examples', async () => {
    const lab = await aLab(open)
    await lab.send(...tenants)
    const { found } = await lab.run('preview', byTenant)
    expect(found.splits).toMatchObject([
      {
        issue: 1,
        parts: [
          { events: 3, examples: [{}, {}, {}] },
          { events: 2, examples: [{}, {}] },
        ],
      },
    ])
  })

  test('applying merges, future events follow, and an undo brings everything back', async () => {
    const lab = await aLab(open)
    await lab.send(anError({ id: '1', place: '/srv/app/a.js#a', user: 'ann' }))
    await lab.send(anError({ id: '2', place: '/srv/app/b.js#b', user: 'ann' }))
    await lab.send(anError({ id: '3', place: '/srv/app/b.js#b', user: 'bob', hour: 1 }))
    const before = await world(lab)
    const { number } = await lab.run('apply', 'type:CartError -> fingerprint cart')
    expect(await issueOf(lab, 2)).toBe(1)
    expect((await world(lab)).issues[0]).toMatchObject({
      event_count: 3,
      user_count: 2,
      last_seen: noon + 3_600_000,
    })
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
    expect(await lab.send(anError({ id: '4', place: '/srv/app/c.js#c' }))).toEqual([1])

    await undo(lab, number)
    expect(await issueOf(lab, 2)).toBe(2)
    const after = await world(lab)
    expect(after).toMatchObject({ rules: '', hashes: before.hashes, fingerprints: before.fingerprints })
    expect(after.issues[1]).toEqual(before.issues[1])
    expect(after.issues[0]).toMatchObject({ event_count: 2, user_count: 1 })
    expect(await lab.send(anError({ id: '5', place: '/srv/app/b.js#b' }))).toEqual([2])
    expect(await readRun(lab.store.reader, projectId, number)).toMatchObject({ state: 'undone' })
  })

  test('applying splits by a tag, with everything counted as it is', async () => {
    const lab = await aLab(open)
    await lab.send(...tenants)
    const { number } = await lab.run('apply', byTenant)
    const counts = await readCounts(lab.store.reader)
    expect(counts).toEqual(await recount(lab.store.reader))
    expect([...counts.values()].map(({ events, users }) => [events, users.length])).toEqual([
      [3, 2],
      [2, 2],
    ])
    expect((await world(lab)).issues).toMatchObject([
      {
        number: 1,
        event_count: 3,
        user_count: 2,
        first_seen: noon,
        first_release: '1.0',
        last_release: '1.2',
      },
      { number: 2, event_count: 2, user_count: 2, first_seen: noon - 3_600_000, last_release: '1.3' },
    ])
    expect(await lab.send(cart('a4', 'acme', 'ann'), cart('b3', 'beta', 'ann'))).toEqual([1, 2])

    await undo(lab, number)
    expect(await issueOf(lab, 2)).toBe(1)
    expect((await world(lab)).issues[0]).toMatchObject({ event_count: 7, user_count: 3, merged_into: null })
    expect(await lab.send(cart('b4', 'beta', 'ann'))).toEqual([1])
  })

  test('parts of two issues meet in a new one, and go back to where they came from', async () => {
    const lab = await aLab(open)
    const other = (id: string, tenant: string) => anError({ id, tags: { tenant }, place: '/srv/app/b.js#b' })
    await lab.send(...tenants, other('o1', 'acme'), other('o2', 'beta'), other('o3', 'beta'))
    const { number } = await lab.run('apply', 'tags.tenant:acme -> fingerprint acme')
    const { issues } = await world(lab)
    expect(issues.map(({ event_count }) => event_count)).toEqual([2, 2, 4])
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
    await undo(lab, number)
    const after = await world(lab)
    expect(after.issues.map(({ event_count, merged_into }) => merged_into ?? event_count)).toEqual([5, 3, 1])
  })

  test('a rule on frames moves the place, and what came in before goes along', async () => {
    const lab = await aLab(open)
    const through = (id: string) => {
      const event = anError({ id, place: '/srv/app/generated/api.js#call' })
      const stacktrace = event.exception?.values[0]?.stacktrace
      stacktrace?.frames.unshift({ filename: '/srv/app/cart.js', function: 'total', in_app: true })
      return event
    }
    await lab.send(through('1'))
    await lab.run('apply', 'path:**/generated/** -> not-in-app')
    expect(await lab.send(through('2'))).toEqual([1])
    const sites = await lab.store.reader
      .selectFrom('fingerprint_hashes')
      .select('parts')
      .orderBy('created_at')
      .execute()
    const places = sites.map(({ parts }) => /"site","value":"([^"]+)"/.exec(parts)?.[1])
    expect(places).toEqual([expect.stringContaining('api#call'), expect.stringContaining('cart#total')])
  })

  test('what a person took apart stays apart', async () => {
    const lab = await aLab(open)
    await lab.send(
      anError({ id: '1', place: '/srv/app/a.js#a' }),
      anError({ id: '2', place: '/srv/app/b.js#b' }),
    )
    const pin = {
      name: 'test.pin',
      run: (tx: Parameters<typeof undoRun.run>[0]) =>
        tx
          .updateTable('fingerprints')
          .set({ binding: 'pinned' })
          .where('number', '=', 2)
          .execute()
          .then(() => undefined),
    }
    await lab.store.write(pin, undefined)
    const { found } = await lab.run('apply', 'type:CartError -> fingerprint cart')
    expect(found.mergeCount).toBe(0)
    expect(await issueOf(lab, 2)).toBe(2)
    expect(await lab.send(anError({ id: '3', place: '/srv/app/b.js#b' }))).toEqual([2])
  })

  test('rules with errors, stale rules and a second run at once are refused', async () => {
    const lab = await aLab(open)
    const ask = {
      projectId,
      kind: 'preview' as const,
      rules: '',
      version: rulesVersion(''),
      actor: 'ada',
      now: noon,
    }
    await expect(lab.runs.start({ ...ask, rules: 'typ:A -> helper' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { rules: expect.stringContaining('Line 1: There is no field “typ”. Did you mean “type”?') },
    })
    await expect(lab.runs.start({ ...ask, version: 'old' })).rejects.toMatchObject({ code: 'conflict' })
    await lab.store.write(startRun, { ...ask, total: 0 })
    await expect(lab.runs.start(ask)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a run that a stopped server left has failed, and may be undone', async () => {
    const lab = await aLab(open)
    const apply = {
      projectId,
      kind: 'apply' as const,
      rules: byTenant,
      version: rulesVersion(''),
      actor: 'ada',
      now: noon,
    }
    const { number } = await lab.store.write(startRun, { ...apply, total: 0 })
    await createGroupingRuns({ store: lab.store, logger: { error: () => undefined }, now: () => noon })
    expect(await readRun(lab.store.reader, projectId, number)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('stopped'),
    })
    await undo(lab, number)
    expect(await readRulesText(lab.store.reader, projectId)).toBe('')
    await expect(undo(lab, number)).rejects.toMatchObject({ code: 'conflict' })
  })
})
