import { setTimeout } from 'node:timers/promises'
import { readStoredIds } from './count-stored.ts'
import { prepareEnvelopes, makeEnvelopes, type Envelope } from './envelopes.ts'
import { flood, type FloodResult } from './flood.ts'
import { generateLoad } from './generate-load.ts'
import { openLane, type Lane, type Target } from './lanes.ts'
import { latenciesOf, type Latencies } from './load-result.ts'
import { readMemory } from './meter.ts'

/** A server that runs. */
export interface Overloadable {
  url: string
  pid: number
  dataDir: string
  project: { id: number; key: string }
}

/** What a server does at its best, to hold a flood against. */
export interface Capacity {
  perSecond: number
  /** After the load. */
  loadedMb: number
  /** Of single requests, one after the other. */
  calmMs: Latencies
}

export interface Overloaded extends FloodResult {
  /** Answered with 200 in a second, and the part that this is of the capacity. */
  goodputPerSecond: number
  goodputOfCapacity: number
  /** The rate that was really sent, in capacities. */
  sentOfCapacity: number
  /** The most since the start. */
  peakMb: number
  /** From the end of the flood until single requests are answered with 200 as fast as before it; undefined: never. */
  recoverSeconds: number | undefined
  /** Acknowledged, but not stored. */
  lost: number
  failures: number
}

export const floodKind = 'node'
const connections = 64
/** Nearly all that a server takes by default. */
const lanes = 900
const calmRequests = 40
/** In a row, so that a lucky one does not pass for recovery. */
const calmInARow = 5
const longestRecoverySeconds = 15
const warmUpSeed = 2
const calmSeed = 20

/** Warms the server up and finds out what it can store. */
export async function measureCapacity(
  server: Overloadable,
  { seconds, events }: { seconds: number; events: number },
): Promise<Capacity> {
  const target = targetOf(server)
  const warmUp = prepareEnvelopes(floodKind, 2_000, { seed: warmUpSeed })
  await generateLoad(target, warmUp, { kind: 'saturate', connections })
  const calmMs = await sendCalmly(target, makeEnvelopes(floodKind, calmRequests, { seed: calmSeed }))
  const file = prepareEnvelopes(floodKind, events)
  const { acked, seconds: took } = await generateLoad(target, file, {
    kind: 'saturate',
    connections,
    seconds,
  })
  const { rssMb } = readMemory(server.pid)
  return { perSecond: acked / took, loadedMb: rssMb, calmMs: latenciesOf(calmMs) }
}

/** Floods the server with a multiple of its capacity, and looks how it comes out of it. */
export async function measureOverload(
  server: Overloadable,
  { perSecond, calmMs }: Capacity,
  { times, seconds, seed }: { times: number; seconds: number; seed: number },
): Promise<Overloaded> {
  const target = targetOf(server)
  const count = acceptable(perSecond * seconds)
  const envelopes = { file: prepareEnvelopes(floodKind, count, { seed }), from: 0, count }
  const flooded = await flood({ ...target, perSecond: perSecond * times, seconds, lanes, envelopes })
  const calm = Math.max(100, calmMs.p99 * 3)
  const recoverSeconds = await untilCalm(
    target,
    makeEnvelopes(floodKind, 1_500, { seed: seed + 1_000 }),
    calm,
  )
  const stored = new Set(readStoredIds(server.dataDir))
  const goodputPerSecond = flooded.ackedIds.length / flooded.seconds
  return {
    ...flooded,
    goodputPerSecond,
    goodputOfCapacity: goodputPerSecond / perSecond,
    sentOfCapacity: flooded.sent / flooded.seconds / perSecond,
    peakMb: readMemory(server.pid).peakMb,
    recoverSeconds: recoverSeconds && flooded.drainSeconds + recoverSeconds,
    lost: flooded.ackedIds.filter((id) => !stored.has(id)).length,
    failures: Object.entries(flooded.statuses).reduce(
      (sum, [status, number]) => (status >= '500' ? sum + number : sum),
      0,
    ),
  }
}

function targetOf({ url, project }: Overloadable): Target {
  return { url, project, kind: floodKind }
}

/** How many envelopes a flood needs that so many are accepted of: few sizes, so that files of them are used again. */
export function acceptable(accepted: number): number {
  let count = 5_000
  while (count < accepted * 1.3) count *= 2
  return count
}

async function sendCalmly(target: Target, envelopes: Envelope[]): Promise<number[]> {
  const lane = openLane(target)
  const times: number[] = []
  for (const envelope of envelopes) times.push((await timeOf(lane, envelope)) ?? 0)
  lane.close()
  return times
}

/** Milliseconds until the 200; undefined if there was none. */
async function timeOf(lane: Lane, envelope: Envelope): Promise<number | undefined> {
  const fromMs = performance.now()
  const answer = await lane.send(envelope).catch(() => undefined)
  return answer?.status === 200 ? performance.now() - fromMs : undefined
}

async function untilCalm(target: Target, envelopes: Envelope[], calmMs: number): Promise<number | undefined> {
  const fromMs = performance.now()
  const lane = openLane(target)
  let inARow = 0
  let sinceMs = 0
  for (const envelope of envelopes) {
    const ms = await timeOf(lane, envelope)
    inARow = ms !== undefined && ms <= calmMs ? inARow + 1 : 0
    if (inARow === 1) sinceMs = performance.now()
    if (inARow === calmInARow || performance.now() - fromMs > longestRecoverySeconds * 1000) break
    await setTimeout(20)
  }
  lane.close()
  return inARow === calmInARow ? (sinceMs - fromMs) / 1000 : undefined
}
