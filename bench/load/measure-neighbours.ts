import { setTimeout } from 'node:timers/promises'
import { makeEnvelopes, prepareEnvelopes, type Envelope } from './envelopes.ts'
import { flood, type FloodResult } from './flood.ts'
import { openLane, type Lane, type Target } from './lanes.ts'
import { latenciesOf, type Latencies } from './load-result.ts'
import { acceptable, floodKind, type Capacity, type Overloadable } from './measure-overload.ts'

/** A server with a second project, which sends little, and a token to read it with. */
export interface Neighbourhood extends Overloadable {
  quiet: { id: number; key: string; slug: string }
  token: string
}

export interface Neighbours {
  noisy: FloodResult
  quiet: Quiet
}

interface Quiet {
  sent: number
  accepted: number
  /** From when an event was to be sent until the API shows it. */
  visibleMs: Latencies
  /** Of its list of issues meanwhile. */
  listMs: Latencies
  /** The list could not be had. */
  listFailures: number
}

/** Of ten addresses that the server lets in with ninety connections each, one is the quiet project's. */
const lanes = 810
const quietAddress = '127.0.8.1'
/** Enough for one in a hundred to show. */
const leastPerSecond = 10
const everyMs = 20
const listEveryMs = 200
/** So that its code is compiled. */
const warmUpLists = 30
const longestWaitMs = 15_000

/** One project floods the server with a multiple of its capacity, another sends a hundredth of it. */
export async function measureNeighbours(
  server: Neighbourhood,
  { perSecond }: Capacity,
  { times, seconds, seed }: { times: number; seconds: number; seed: number },
): Promise<Neighbours> {
  const { url, project } = server
  const count = acceptable(perSecond * seconds)
  const envelopes = { file: prepareEnvelopes(floodKind, count, { seed }), from: 0, count }
  const flooding = flood({
    url,
    project,
    kind: floodKind,
    perSecond: perSecond * times,
    seconds,
    lanes,
    envelopes,
  })
  const rate = Math.max(leastPerSecond, perSecond / 100)
  const quiet = sendQuietly(server, rate, {
    seconds,
    envelopes: makeEnvelopes(floodKind, Math.ceil(rate * seconds), { seed: seed + 1_000, issues: 1 }),
  })
  return { noisy: await flooding, quiet: await quiet }
}

/** What a project sees that sends little: of its own events, and of its list. All events are of its first issue. */
export async function sendQuietly(
  { url, quiet, token }: Neighbourhood,
  perSecond: number,
  { seconds, envelopes }: { seconds: number; envelopes: Envelope[] },
): Promise<Quiet> {
  const target: Target = { url, project: quiet, kind: floodKind, localAddress: quietAddress }
  const idle: Lane[] = []
  const visibleMs: number[] = []
  const listMs: number[] = []
  let [accepted, listFailures] = [0, 0]

  async function get(path: string): Promise<boolean> {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${url}/api/v1${path}`, { headers }).catch(() => undefined)
    await response?.text()
    return response?.ok ?? false
  }

  async function sendAndLook(envelope: Envelope, dueMs: number): Promise<void> {
    const lane = idle.pop() ?? openLane(target)
    const answer = await lane.send(envelope).catch(() => undefined)
    idle.push(lane)
    if (answer?.status !== 200) return
    accepted += 1
    const path = `/issues/${quiet.id}-1/events/${envelope.eventId}`
    while (!(await get(path)) && performance.now() - dueMs < longestWaitMs) await setTimeout(everyMs)
    visibleMs.push(performance.now() - dueMs)
  }

  async function list(untilMs: number): Promise<void> {
    while (performance.now() < untilMs) {
      const fromMs = performance.now()
      const isThere = await get(`/issues?project=${quiet.slug}&limit=25`)
      if (isThere) listMs.push(performance.now() - fromMs)
      else listFailures += 1
      await setTimeout(listEveryMs)
    }
  }

  for (let times = 0; times < warmUpLists; times += 1) await get(`/issues?project=${quiet.slug}&limit=25`)
  const fromMs = performance.now()
  const listing = list(fromMs + seconds * 1000)
  const underway: Promise<void>[] = []
  for (const [index, envelope] of envelopes.entries()) {
    const dueMs = fromMs + (index * 1000) / perSecond
    await setTimeout(Math.max(0, dueMs - performance.now()))
    underway.push(sendAndLook(envelope, dueMs))
  }
  await Promise.all([listing, ...underway])
  for (const lane of idle) lane.close()
  return {
    sent: envelopes.length,
    accepted,
    visibleMs: latenciesOf(visibleMs),
    listMs: latenciesOf(listMs),
    listFailures,
  }
}
