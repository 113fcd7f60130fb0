// Kill -9 in the middle of load, again and again: what was acknowledged is there, once.
import { setTimeout as sleep } from 'node:timers/promises'
import { seedRandom } from '../bench/load/random.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { percentile } from './support/percentile.ts'
import { disagreements } from './support/read-back.ts'
import { inScene, type Scene } from './support/scene.ts'
import { sendSameIds } from './support/send-same-ids.ts'

const connections = 24
const earliestKillMs = 50
const latestKillMs = 2_000

export function run({ short, seed, server }: FaultOptions): Promise<FaultResult> {
  const kills = short ? 5 : 60
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const load = scene.load({ connections })
    const readyMs = await killRepeatedly(scene, kills, seed)
    const last = await scene.start()
    await load.stop()
    const same = await sendSameIds(scene, last)
    const { acked, missing, dup } = await scene.balance(same.ids)
    same.server.kill('SIGTERM')
    await same.server.ended
    expect(acked > kills * 10, `Only ${acked} events were acknowledged: that is no load.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    misses.push(...disagreements(scene.place.dataDir))
    return {
      figures: {
        kills: kills + 1,
        acked,
        missing,
        dup,
        same_ids: same.ids.length,
        ack_p50_ms: percentile(load.ackMs, 50),
        ack_p99_ms: percentile(load.ackMs, 99),
        restart_to_ready_ms_p50: percentile(readyMs, 50),
        restart_to_ready_ms_max: percentile(readyMs, 100),
      },
      misses,
    }
  })
}

async function killRepeatedly({ start }: Scene, kills: number, seed: number): Promise<number[]> {
  const random = seedRandom(seed)
  const readyMs: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const running = await start()
    readyMs.push(running.readyMs)
    await sleep(earliestKillMs + random.below(latestKillMs - earliestKillMs))
    running.kill('SIGKILL')
    await running.ended
  }
  return readyMs.slice(1)
}
