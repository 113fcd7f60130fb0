// Sends ten times what the server can store, while it may use 512 MB: the rest is refused early, and nothing breaks.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { measureCapacity, measureOverload } from '../bench/load/measure-overload.ts'
import { limitMemory } from '../bench/load/memory-limit.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { inScene, type Scene } from './support/scene.ts'

const times = 10
const limitMb = 512
const mebibyte = 1024 * 1024
const mostRssMb = 400
/** The promise is 0.8, which the benchmark judges; a machine that others use too, as this sender does, gives less. */
const leastGoodput = 0.5
const mostRecoverySeconds = 5
const wantedLimits = /^[1-9]\d* [1-9]\d*:[^:]*:organization:queue_full$/

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const limit = limitMemory(limitMb * mebibyte)
    scene.defer(() => limit?.remove())
    const { pid, isRunning } = await (limit ? limit.during(() => scene.start()) : scene.start())
    const place = { url: scene.origin, pid, dataDir: scene.place.dataDir, project: scene.project }
    const [events, capacitySeconds, seconds] = short ? [12_000, 3, 8] : [40_000, 10, 60]
    const capacity = await measureCapacity(place, { events, seconds: capacitySeconds })
    const asking = askUnsent(scene, (seconds * 1000) / 2)
    const seen = await measureOverload(place, capacity, { times, seconds, seed: 500 })
    const refusedUnsent = await asking
    const { '200': ok = 0, '429': refused = 0, ...others } = seen.statuses
    const recovery = seen.recoverSeconds ?? Number.POSITIVE_INFINITY
    expect(isRunning() && !limit?.kills(), 'The server did not survive it.')
    expect(refused > ok, `Of ${seen.sent} requests only ${refused} were refused: they waited.`)
    expect(refusedUnsent > 0, 'No request was refused before its body was sent.')
    expect(Object.keys(others).length === 0, `There were other answers: ${JSON.stringify(others)}.`)
    expect(seen.silent === 0, `${seen.silent} requests were not answered.`)
    for (const limits of seen.limits) expect(wantedLimits.test(limits), `Refused with ${limits}.`)
    expect(seen.goodputOfCapacity >= leastGoodput, `Only ${seen.goodputOfCapacity} of the capacity was left.`)
    expect(seen.peakMb <= mostRssMb, `It used ${Math.round(seen.peakMb)} MB.`)
    expect(recovery <= mostRecoverySeconds, `It took ${recovery} s to recover.`)
    expect(seen.lost === 0, `${seen.lost} acknowledged events are missing.`)
    return {
      figures: {
        memory_limit_mb: limit ? limitMb : 'none: no cgroup v1 memory controller',
        capacity_eps: Math.round(capacity.perSecond),
        sent_of_capacity: hundredths(seen.sentOfCapacity),
        goodput_eps: Math.round(seen.goodputPerSecond),
        goodput_of_capacity: hundredths(seen.goodputOfCapacity),
        refused,
        refused_unsent: refusedUnsent,
        p50_429_ms: hundredths(seen.refusedMs.p50),
        p99_429_ms: hundredths(seen.refusedMs.p99),
        unanswered: seen.unanswered,
        rss_loaded_mb: Math.round(capacity.loadedMb),
        rss_max_mb: Math.round(seen.peakMb),
        recover_s: hundredths(recovery),
        oom: limit?.kills() ?? 'unknown',
        missing: seen.lost,
      },
      misses,
    }
  })
}

const asks = 20
const patienceMs = 1_000

/** How many of some requests that send no body are refused. */
async function askUnsent(scene: Scene, afterMs: number): Promise<number> {
  await sleep(afterMs)
  let refused = 0
  for (let ask = 0; ask < asks; ask += 1) {
    if ((await answerToHead(scene)).startsWith('HTTP/1.1 429 ')) refused += 1
    await sleep(50)
  }
  return refused
}

function answerToHead({ place, project }: Scene): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: place.port, host: '127.0.0.1', localAddress: '127.0.7.1' })
    const end = (said: string): void => {
      socket.destroy()
      resolve(said)
    }
    socket.once('data', (chunk: Buffer) => end(chunk.toString('latin1')))
    socket.once('error', () => end(''))
    socket.setTimeout(patienceMs, () => end(''))
    socket.write(
      `POST /api/${project.id}/envelope/?sentry_key=${project.key} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n`,
    )
  })
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
