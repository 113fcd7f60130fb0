import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

function recordingTurns(batchSize: number) {
  const log: string[] = []
  const turns = createTurns<string, { projectId: number; name: string }>({
    async runUnits(requests) {
      log.push(`units ${requests.join(' ')}`)
    },
    async runBatch(queue) {
      const names: string[] = []
      while (names.length < batchSize && !queue.isEmpty) names.push(queue.next()?.name ?? '')
      if (names[0] === 'held') queue.hold(1)
      log.push(`batch ${names.join(' ')}`)
    },
  })
  return { log, turns }
}

it('runs what came before the turn as one batch', async () => {
  const { log, turns } = recordingTurns(10)
  turns.addArrival({ projectId: 1, name: 'a' })
  turns.addArrival({ projectId: 1, name: 'b' })
  await turns.idle()
  expect(log).toEqual(['batch a b'])
})

it('runs all waiting units before a batch, and a batch before the units of the next turn', async () => {
  const { log, turns } = recordingTurns(1)
  turns.addArrival({ projectId: 1, name: 'a' })
  turns.addArrival({ projectId: 1, name: 'b' })
  turns.addUnit('resolve')
  turns.addUnit('archive')
  await turns.idle()
  expect(log).toEqual(['units resolve archive', 'batch a', 'batch b'])
})

it('is idle again after it has worked, and takes more', async () => {
  const { log, turns } = recordingTurns(10)
  turns.addUnit('resolve')
  await turns.idle()
  turns.addUnit('reopen')
  await turns.idle()
  expect(log).toEqual(['units resolve', 'units reopen'])
})

it('is not idle while a project is held', async () => {
  const { log, turns } = recordingTurns(10)
  turns.addArrival({ projectId: 1, name: 'held' })
  const idle = turns.idle().then(() => log.push('idle'))
  await new Promise(setImmediate)
  turns.release(1, { projectId: 1, name: 'read' })
  await idle
  expect(log).toEqual(['batch held', 'batch read', 'idle'])
})
