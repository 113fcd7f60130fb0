// The process of flood.ts: takes one order from its parent, answers with the result, and ends.
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Answer } from './connection.ts'
import { readEnvelopes } from './envelope-file.ts'
import type { Envelope } from './envelopes.ts'
import type { FloodOptions, FloodResult } from './flood.ts'
import { openLane, type Lane } from './lanes.ts'
import { latenciesOf } from './load-result.ts'

const lanesPerAddress = 90
/** How long what is under way at the end may take. */
const graceMs = 10_000
const mostLimits = 5

process.once('message', (options: FloodOptions) => {
  void flood(options).then((result) => process.send?.(result, () => process.disconnect()))
})

/** Sends on schedule whatever is answered: what finds every lane busy is not sent. */
async function flood(options: FloodOptions): Promise<FloodResult> {
  const lanes = Array.from({ length: options.lanes }, (_, index) =>
    openLane({ ...options, localAddress: `127.0.9.${1 + Math.floor(index / lanesPerAddress)}` }),
  )
  const idle = [...lanes]
  const { file, from, count } = options.envelopes
  const envelopes = readEnvelopes(file).slice(from, from + count)
  const tally = startFloodTally()

  async function send(lane: Lane, envelope: Envelope): Promise<void> {
    const fromMs = performance.now()
    const answer = await lane.send(envelope).catch(() => undefined)
    tally.answered(envelope, answer, performance.now() - fromMs)
    idle.push(lane)
    // Only what was accepted must have an id of its own.
    if (answer !== undefined && answer.status !== 200) envelopes.push(envelope)
  }

  for await (const lateMs of dueTimes(options)) {
    const envelope = idle.length > 0 ? envelopes.pop() : undefined
    const lane = envelope && idle.pop()
    tally.due(lateMs, lane === undefined)
    if (envelope && lane) void send(lane, envelope)
  }
  const seconds = tally.seconds()
  const endMs = performance.now()
  for (let waited = 0; idle.length < lanes.length && waited < graceMs; waited += 20) await setTimeout(20)
  for (const lane of lanes) lane.close()
  return {
    ...tally.result(),
    seconds,
    drainSeconds: (performance.now() - endMs) / 1000,
    silent: lanes.length - idle.length,
  }
}

/** One for each envelope that is due, as soon as it is: how late that is, in milliseconds. */
async function* dueTimes({ perSecond, seconds }: FloodOptions): AsyncGenerator<number> {
  const fromMs = performance.now()
  for (let due = 0; due < perSecond * seconds;) {
    const nowMs = performance.now() - fromMs
    const dueNow = Math.min(perSecond * seconds, (nowMs * perSecond) / 1000)
    for (; due < dueNow; due += 1) yield nowMs - (due * 1000) / perSecond
    await setTimeout(1)
  }
}

function startFloodTally() {
  const fromMs = performance.now()
  const cpu = process.cpuUsage()
  const statuses: Record<string, number> = {}
  const acked: { eventId: string; ms: number }[] = []
  const refusedMs: number[] = []
  const lateMs: number[] = []
  const limits = new Set<string>()
  let [unsent, unanswered] = [0, 0]
  return {
    seconds: () => (performance.now() - fromMs) / 1000,
    due(late: number, isUnsent: boolean) {
      lateMs.push(late)
      if (isUnsent) unsent += 1
    },
    answered({ eventId }: Envelope, answer: Answer | undefined, ms: number) {
      if (answer === undefined) {
        unanswered += 1
        return
      }
      const { status, head } = answer
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 200) acked.push({ eventId, ms })
      if (status !== 429) return
      refusedMs.push(ms)
      if (limits.size < mostLimits) limits.add(limitsOf(head))
    },
    result() {
      const { user, system } = process.cpuUsage(cpu)
      return {
        offered: lateMs.length,
        sent: lateMs.length - unsent,
        unsent,
        unanswered,
        statuses,
        ackedIds: acked.map(({ eventId }) => eventId),
        ackMs: latenciesOf(acked.map(({ ms }) => ms)),
        refusedMs: latenciesOf(refusedMs),
        lateMs: latenciesOf(lateMs),
        limits: [...limits],
        cpuSeconds: (user + system) / 1e6,
      }
    },
  }
}

function limitsOf(head: string): string {
  return ['retry-after', 'x-sentry-rate-limits']
    .map((name) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? 'none')
    .join(' ')
}
