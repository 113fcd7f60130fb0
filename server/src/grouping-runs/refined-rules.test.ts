import { expect, test } from 'vitest'
import { noon } from '../store/testing/a-record.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { aLab, anError, projectId, type Lab } from './testing/a-lab.ts'
import { readCounts, recount } from './testing/counts.ts'
import { undoRun } from './undo-run.ts'

const thrown = (id: string, type: string, user: string) =>
  anError({ id, type, user, place: `/srv/app/cart.js#${type}` })
const events = [
  thrown('a1', 'AlphaError', 'ann'),
  thrown('a2', 'AlphaError', 'bob'),
  thrown('b1', 'BetaError', 'bob'),
  thrown('c1', 'GammaError', 'cid'),
]
const all = 'type:*Error -> fingerprint all'

/** Number, events and users of what a person sees. */
async function shown({ store: { reader } }: Lab): Promise<number[][]> {
  const rows = await reader
    .selectFrom('issues')
    .select(['number', 'event_count', 'user_count'])
    .where('merged_into', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map((row) => [row.number, row.event_count, row.user_count])
}

async function aMergedLab(open: Parameters<typeof aLab>[0]) {
  const lab = await aLab(open)
  await lab.send(...events)
  await lab.run('apply', all)
  expect(await shown(lab)).toEqual([[1, 4, 3]])
  return lab
}

const apart = [
  [1, 2, 2],
  [2, 1, 1],
  [3, 1, 1],
]

onBothEngines((open) => {
  test.each([
    ['a rule that says less', 'type:AlphaError -> fingerprint alpha'],
    ['no rule at all', ''],
  ])('what a rule merged comes apart under %s, into the issues of before', async (_, rules) => {
    const lab = await aMergedLab(open)
    const trial = await lab.run('preview', rules)
    expect(trial.found).toMatchObject({ splitCount: 1, mergeCount: 0 })
    const { number } = await lab.run('apply', rules)
    expect(await shown(lab)).toEqual(apart)
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
    expect(await lab.send(thrown('b2', 'BetaError', 'dan'), thrown('a3', 'AlphaError', 'dan'))).toEqual([
      2, 1,
    ])

    await lab.store.write(undoRun, { projectId, number, actor: 'ada', now: noon })
    expect(await shown(lab)).toEqual([[1, 6, 4]])
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
  })

  test('what the rule still says stays together', async () => {
    const lab = await aMergedLab(open)
    await lab.run('apply', `type:GammaError -> fingerprint gamma\n${all}`)
    expect(await shown(lab)).toEqual([
      [1, 3, 2],
      [3, 1, 1],
    ])
  })
})
