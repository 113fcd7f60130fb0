import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { envelopeOf, newEventId } from './envelope.ts'
import type { Ledger } from './ledger.ts'
import type { FaultProject } from './project.ts'
import { send, type Reply } from './send.ts'

interface LoadEnds {
  origin: string
  project: FaultProject
  ledger: Ledger
}

export interface LoadShape {
  /** Each sends, waits for the answer, and sends the next. */
  connections: number
  /** About the size of each event. */
  eventBytes?: number
  /** Told of every answer or loss. */
  observe?(seen: Seen): void
}

export interface Seen {
  eventId: string
  /** Epoch milliseconds. */
  sentAtMs: number
  reply: Reply
}

export interface Load {
  /** Sends no more; resolves when what is under way has ended. */
  stop(): Promise<void>
  /** How many requests were answered with each status; `lost` where the connection ended first. */
  statuses: Record<string, number>
  /** Of the requests that were answered with 200. */
  ackMs: number[]
}

/** Waits after a failure, as clients do: a server that is down is not hammered. */
const pauseMs = 25

/**
 * A closed loop of so many connections. What was not acknowledged is sent again with the same id, as an honest client
 * would: it may have been stored all the same, and must not count twice.
 */
export function startLoad({ origin, project, ledger }: LoadEnds, shape: LoadShape): Load {
  const { connections, eventBytes, observe } = shape
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const statuses: Record<string, number> = {}
  const ackMs: number[] = []
  const again: string[] = []
  const stopping = new AbortController()

  async function sendOne(): Promise<void> {
    const eventId = again.shift() ?? newEventId()
    const body = envelopeOf(eventId, eventBytes)
    const sentAtMs = Date.now()
    const from = performance.now()
    const reply = await send({ origin, project, agent }, body)
    const word = reply.kind === 'answer' ? String(reply.status) : 'lost'
    statuses[word] = (statuses[word] ?? 0) + 1
    observe?.({ eventId, sentAtMs, reply })
    if (word === '200') {
      ackMs.push(performance.now() - from)
      ledger.add(eventId)
      return
    }
    again.push(eventId)
    await sleep(pauseMs)
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) await sendOne()
  }

  const loops = Promise.all(Array.from({ length: connections }, loop))
  return {
    statuses,
    ackMs,
    async stop() {
      stopping.abort()
      await loops
      agent.destroy()
    },
  }
}

/** Resolves when so many were acknowledged, or, with fewer, after a minute in which none was. */
export async function untilAcked({ ackMs }: Load, wanted: number): Promise<void> {
  let last = ackMs.length
  let quietSince = performance.now()
  while (ackMs.length < wanted && performance.now() - quietSince < 60_000) {
    await sleep(20)
    if (ackMs.length > last) quietSince = performance.now()
    last = ackMs.length
  }
}

/** How many were answered with a status of the given hundred. */
export function countStatuses({ statuses }: Load, hundred: '2' | '4' | '5'): number {
  const matching = Object.entries(statuses).filter(([status]) => status.startsWith(hundred))
  return matching.reduce((sum, [, count]) => sum + count, 0)
}
