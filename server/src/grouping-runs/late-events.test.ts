import { expect, test } from 'vitest'
import { rulesVersion } from '../domain/grouping/index.ts'
import { readRun } from '../store/grouping-runs.ts'
import { findIssue } from '../store/issue-find.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { createGroupingRuns } from './grouping-runs.ts'
import { aLab, anError, projectId, runAt } from './testing/a-lab.ts'
import { readCounts, recount } from './testing/counts.ts'

onBothEngines((open) => {
  test('what comes in while rules are applied joins the issue that people know', async () => {
    const lab = await aLab(open)
    const at = (id: string, place: string) => anError({ id, place: `/srv/app/${place}.js#${place}` })
    await lab.send(at('1', 'a'), at('2', 'b'))
    // The rules hold from the moment they are saved, long before the past is read.
    const late = { ...at('3', 'c'), timestamp: new Date(runAt + 1).toISOString() }
    const runs = await createGroupingRuns({
      store: lab.store,
      logger: { error: () => undefined },
      now: () => runAt,
      untilSaved: async () => void (await lab.send(late)),
    })
    const { number } = await runs.start({
      projectId,
      kind: 'apply',
      rules: 'type:CartError -> fingerprint cart',
      version: rulesVersion(''),
      actor: 'ada',
      now: runAt,
    })
    await runs.idle()
    expect(await readRun(lab.store.reader, projectId, number)).toMatchObject({ state: 'done', error: null })
    const all = await findIssue(lab.store.reader, { kind: 'id', key: { projectId, number: 3 } })
    expect(all).toMatchObject({ number: 1, event_count: 3 })
    expect(await readCounts(lab.store.reader)).toEqual(await recount(lab.store.reader))
    expect(await lab.send(at('4', 'd'))).toEqual([1])
  })

  test('a run that is told to stop leaves itself to the next server', async () => {
    const lab = await aLab(open)
    await lab.send(anError({ id: '1' }))
    const { number } = await lab.runs.start({
      projectId,
      kind: 'preview',
      rules: '',
      version: rulesVersion(''),
      actor: 'ada',
      now: runAt,
    })
    await lab.runs.stop()
    expect(await readRun(lab.store.reader, projectId, number)).toMatchObject({
      state: 'running',
      result: null,
    })
    await createGroupingRuns({ store: lab.store, logger: { error: () => undefined }, now: () => runAt })
    expect(await readRun(lab.store.reader, projectId, number)).toMatchObject({ state: 'failed' })
  })
})
