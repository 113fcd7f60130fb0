// Kill -9 in the middle of load, again and again: what was acknowledged is there, once.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { openLedger } from './support/ledger.ts'
import { startLoad } from './support/load.ts'
import { percentile } from './support/percentile.ts'
import { createProject } from './support/project.ts'
import { createRandom } from './support/random.ts'
import { balance, disagreements } from './support/read-back.ts'
import { sendSameIds } from './support/send-same-ids.ts'
import { startServer } from './support/server.ts'
import { inWorkplace, type Workplace } from './support/workplace.ts'

const connections = 24
const earliestKillMs = 50
const latestKillMs = 2_000

export function run({ short, seed, server }: FaultOptions): Promise<FaultResult> {
  const kills = short ? 5 : 60
  return inWorkplace(server, async (workplace) => {
    const { place, folder } = workplace
    const { misses, expect } = createMisses()
    const project = createProject(place, 'crash')
    const ledger = openLedger(join(folder, 'acknowledged'))
    workplace.defer(ledger.close)
    const origin = `http://127.0.0.1:${place.port}`
    const load = startLoad({ origin, project, ledger, connections })
    const readyMs = await killRepeatedly(workplace, kills, createRandom(seed))
    const last = workplace.watch(await startServer(place))
    await load.stop()
    const same = await sendSameIds(workplace, { origin, project, last })
    const { acked, missing, dup } = await balance(origin, project, [...ledger.read(), ...same.ids])
    same.server.kill('SIGTERM')
    await same.server.ended
    const wrong = disagreements(place.dataDir)
    expect(acked > kills * 10, `Only ${acked} events were acknowledged: that is no load.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    misses.push(...wrong)
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

async function killRepeatedly(
  { place, watch }: Workplace,
  kills: number,
  random: () => number,
): Promise<number[]> {
  const readyMs: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const running = watch(await startServer(place))
    readyMs.push(running.readyMs)
    await sleep(earliestKillMs + random() * (latestKillMs - earliestKillMs))
    running.kill('SIGKILL')
    await running.ended
  }
  return readyMs.slice(1)
}
