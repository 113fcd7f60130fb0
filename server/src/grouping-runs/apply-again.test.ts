import { expect, test } from 'vitest'
import { noon } from '../store/testing/a-record.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { aLab, anError, projectId, type Lab } from './testing/a-lab.ts'
import { readCounts, recount } from './testing/counts.ts'
import { undoRun } from './undo-run.ts'

onBothEngines((open) => {
  const cart = (id: string, tenant: string, user: string, hour = 0) =>
    anError({ id, tags: { tenant }, user, hour, release: `1.${hour}` })
  const tenants = [
    cart('a1', 'acme', 'ann'),
    cart('a2', 'acme', 'bob', 2),
    cart('a3', 'acme', 'bob', 1),
    cart('b1', 'beta', 'bob', 3),
    cart('b2', 'beta', 'cid', -1),
    cart('c1', 'core', 'ann', 4),
  ]
  const byTenant = 'message:"voucher list is broken" -> add-part {{ tags.tenant }}'

  const undo = ({ store }: Lab, number: number) =>
    store.write(undoRun, { projectId, number, actor: 'ada', now: noon })
  /** What a person sees: the counts of issues that are not merged into another. */
  const shown = async ({ store: { reader } }: Lab) => {
    const rows = await reader
      .selectFrom('issues')
      .select(['status', 'event_count', 'user_count', 'first_seen', 'last_seen', 'level'])
      .select(['first_release', 'last_release'])
      .where('merged_into', 'is', null)
      .orderBy('number')
      .execute()
    return rows
  }
  const counted = async ({ store: { reader } }: Lab) => {
    const counts = await readCounts(reader)
    return new Map([...counts].filter(([, { events }]) => events > 0))
  }

  test('what was split, undone and split again is as the first time, and so is its trial', async () => {
    const lab = await aLab(open)
    await lab.send(...tenants)
    const before = await shown(lab)
    const trial = await lab.run('preview', byTenant)
    expect(trial.found).toMatchObject({ splitCount: 1, mergeCount: 0, splits: [{ issue: 1 }] })
    const first = await lab.run('apply', byTenant)
    const split = await shown(lab)
    expect(split.map((issue) => issue.event_count)).toEqual([3, 2, 1])
    await undo(lab, first.number)
    expect(await shown(lab)).toEqual(before)

    const again = await lab.run('preview', byTenant)
    expect(again.found).toEqual(trial.found)
    const second = await lab.run('apply', byTenant)
    expect(second.found).toEqual(first.found)
    expect(await shown(lab)).toEqual(split)
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
    const homes = await lab.send(
      cart('a4', 'acme', 'ann'),
      cart('b3', 'beta', 'dan'),
      cart('c2', 'core', 'ann'),
    )
    expect(new Set(homes).size).toBe(3)
    expect((await shown(lab)).map(({ event_count, user_count }) => [event_count, user_count])).toEqual([
      [4, 2],
      [3, 3],
      [2, 1],
    ])

    await undo(lab, second.number)
    expect(await shown(lab)).toMatchObject([{ event_count: 9, user_count: 4 }])
    expect(await lab.send(cart('b4', 'beta', 'ann'))).toEqual([1])
    // What came in since is with the led one now: it leaves to what was split off before.
    await lab.run('apply', byTenant)
    expect((await shown(lab)).map((issue) => issue.event_count)).toEqual([4, 4, 2])
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
  })

  test('after an undo, other rules split what the led fingerprint has, and the rest stays', async () => {
    const lab = await aLab(open)
    await lab.send(...tenants)
    const { number } = await lab.run('apply', byTenant)
    await undo(lab, number)
    const acme = await lab.run('apply', 'tags.tenant:acme -> fingerprint acme')
    expect(acme.found).toMatchObject({ splitCount: 1, splits: [{ parts: [{ events: 3 }, { events: 3 }] }] })
    expect((await shown(lab)).map(({ event_count, user_count }) => [event_count, user_count])).toEqual([
      [3, 3],
      [3, 2],
    ])
    expect(await counted(lab)).toEqual(await recount(lab.store.reader))
    expect(await lab.send(cart('a4', 'acme', 'ann'), cart('b3', 'beta', 'ann'))).toEqual([4, 1])
    await undo(lab, acme.number)
    expect(await shown(lab)).toMatchObject([{ event_count: 8, user_count: 3 }])
  })

  test('what a person merged or pinned since stays where it is', async () => {
    const lab = await aLab(open)
    await lab.send(...tenants)
    const { number } = await lab.run('apply', byTenant)
    await undo(lab, number)
    const bind = {
      name: 'test.bind',
      run: async (tx: Parameters<typeof undoRun.run>[0]): Promise<void> => {
        await tx.updateTable('fingerprints').set({ binding: 'merged' }).where('number', '=', 2).execute()
        await tx.updateTable('fingerprints').set({ binding: 'pinned' }).where('number', '=', 3).execute()
      },
    }
    await lab.store.write(bind, undefined)
    expect((await lab.run('apply', byTenant)).found).toMatchObject({ splitCount: 0, mergeCount: 0 })
    expect((await shown(lab)).map((issue) => issue.event_count)).toEqual([6])
  })
})
