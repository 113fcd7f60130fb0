// One project sends ten times what the server can store, another a little: that one notices nothing.
import { measureNeighbours } from '../bench/load/measure-neighbours.ts'
import { measureCapacity } from '../bench/load/measure-overload.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { createProject } from './support/project.ts'
import { inScene } from './support/scene.ts'

const times = 10
const leastAccepted = 0.99
const mostVisibleMs = 5_000

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const quiet = createProject(scene.place, 'quiet')
    const { pid } = await scene.start()
    const { token } = quiet
    const { dataDir } = scene.place
    const place = { url: scene.origin, pid, dataDir, project: scene.project, quiet, token }
    const [events, capacitySeconds, seconds] = short ? [12_000, 3, 8] : [40_000, 10, 60]
    const capacity = await measureCapacity(place, { events, seconds: capacitySeconds })
    const { noisy, quiet: seen } = await measureNeighbours(place, capacity, { times, seconds, seed: 510 })
    const refused = noisy.statuses['429'] ?? 0
    const accepted = seen.accepted / seen.sent
    expect(refused > noisy.ackedIds.length, `Of the noisy project only ${refused} requests were refused.`)
    expect(accepted >= leastAccepted, `Of the quiet project only ${accepted} was accepted.`)
    expect(
      seen.visibleMs.p95 <= mostVisibleMs,
      `It saw its events after ${Math.round(seen.visibleMs.p95)} ms.`,
    )
    expect(seen.listFailures === 0, `Its list of issues failed ${seen.listFailures} times.`)
    return {
      figures: {
        capacity_eps: Math.round(capacity.perSecond),
        A_sent: noisy.sent,
        A_accepted: noisy.ackedIds.length,
        A_429: refused,
        B_sent: seen.sent,
        B_accept: Math.round(accepted * 1_000) / 1_000,
        B_visible_p50_ms: Math.round(seen.visibleMs.p50),
        B_visible_p95_ms: Math.round(seen.visibleMs.p95),
        list_p50_ms: Math.round(seen.listMs.p50),
        list_p99_ms: Math.round(seen.listMs.p99),
      },
      misses,
    }
  })
}
