import { setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { makeEnvelopes, type Envelope } from './envelopes.ts'
import type { FloodOptions, FloodResult } from './flood.ts'
import { openLane, type Lane } from './lanes.ts'
import { latenciesOf } from './load-result.ts'

const lanesPerAddress = 90
/** How long what is under way at the end may take. */
const graceMs = 10_000

process.once('message', (options: FloodOptions) => {
  void flood(options).then((result) => process.send?.(result, () => process.disconnect()))
})

/**
 * Sends on schedule whatever is answered: what finds every lane busy is not sent. What was refused is sent again
 * later, as another of the same flood; only what was accepted must have an id of its own.
 */
async function flood(options: FloodOptions): Promise<FloodResult> {
  const { perSecond, seconds, lanes: mostLanes, niceness } = options
  if (niceness !== undefined) setPriority(niceness)
  const envelopes = makeEnvelopes(options.kind, options.envelopes, { seed: options.seed })
  const lanes = Array.from({ length: mostLanes }, (_, index) => openLane({ ...options, localAddress: addressOf(index) }))
  const idle = [...lanes]
  const statuses: Record<string, number> = {}
  const acked: { eventId: string; ms: number }[] = []
  const refusedMs: number[] = []
  const lateMs: number[] = []
  const heads = new Set<string>()
  let [sent, unsent, unanswered] = [0, 0, 0]

  async function send(lane: Lane, envelope: Envelope): Promise<void> {
    const fromMs = performance.now()
    const answer = await lane.send(envelope).catch(() => undefined)
    const ms = performance.now() - fromMs
    idle.push(lane)
    if (answer === undefined) {
      unanswered += 1
      return
    }
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status === 200) acked.push({ eventId: envelope.eventId, ms })
    else envelopes.push(envelope)
    if (answer.status !== 429) return
    refusedMs.push(ms)
    if (heads.size < 5) heads.add(limitsOf(answer.head))
  }

  const cpu = process.cpuUsage()
  const fromMs = performance.now()
  const endMs = fromMs + seconds * 1000
  let due = 0
  for (let nowMs = fromMs; nowMs < endMs; nowMs = performance.now()) {
    const dueNow = Math.floor(((nowMs - fromMs) * perSecond) / 1000)
    lateMs.push(((dueNow - due) * 1000) / perSecond)
    for (; due < dueNow; due += 1) {
      const envelope = idle.length > 0 ? envelopes.pop() : undefined
      const lane = envelope && idle.pop()
      if (envelope === undefined || lane === undefined) unsent += 1
      else {
        sent += 1
        void send(lane, envelope)
      }
    }
    await setTimeout(1)
  }
  const tookMs = performance.now() - fromMs
  for (let waited = 0; idle.length < mostLanes && waited < graceMs; waited += 20) await setTimeout(20)
  const { user, system } = process.cpuUsage(cpu)
  for (const lane of lanes) lane.close()
  return {
    offered: due,
    sent,
    unsent,
    unanswered: unanswered + mostLanes - idle.length,
    statuses,
    seconds: tookMs / 1000,
    ackedIds: acked.map(({ eventId }) => eventId),
    ackMs: latenciesOf(acked.map(({ ms }) => ms)),
    refusedMs: latenciesOf(refusedMs),
    lateMs: latenciesOf(lateMs),
    limits: [...heads],
    cpuSeconds: (user + system) / 1e6,
  }
}

function addressOf(lane: number): string {
  return `127.0.9.${1 + Math.floor(lane / lanesPerAddress)}`
}

function limitsOf(head: string): string {
  return ['retry-after', 'x-sentry-rate-limits']
    .map((name) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? '')
    .join(' ')
}
