import { setTimeout } from 'node:timers/promises'
import type { Stored } from './count-stored.ts'
import type { EnvelopeKind } from './envelopes.ts'
import { generateLoad, type Load } from './generate-load.ts'
import type { Latencies } from './load-result.ts'
import { readCpuUs, readMemory } from './meter.ts'

/** A server that runs on data of its own: ours or one to hold it against. */
export interface Measurable {
  url: string
  pid: number
  project: { id: number; key: string }
  /** Reads what is stored; `undefined` for one that stores nothing. */
  readStored: (() => Stored) | undefined
  /** Stops it, and removes its data. */
  end(): Promise<void>
}

export interface Measurement {
  kind: EnvelopeKind
  /** Files of envelopes: those that make code compile first, and those that are measured. */
  warmUp: string
  file: string
  load: Load
}

export interface Measured {
  /** Events that were stored by the time the queue was empty, divided by the time until then. */
  perSecond: number
  /** Of all threads, for each of these events. */
  cpuUs: number
  ackMs: Latencies
  idleMb: number
  /** At the end of the load, and the most up to then. */
  loadedMb: number
  peakMb: number
  /** Of the database's pages, indexes and all; 0 if nothing is stored. */
  bytesPerEvent: number
  stored: Stored | undefined
  /** Acknowledged, but not there. */
  lost: number
  refused: number
  drainMs: number
  generatorCpuUs: number
  /** Median of how late the generator was on its schedule. */
  lateMs: number
}

/** Time for a start's own work to end, and for work that an acknowledgement does not wait for. */
const settleMs = 1_000
const longestDrainMs = 20_000

/** What sending it so much took. */
export async function measureAndEnd(server: Measurable, measurement: Measurement): Promise<Measured> {
  try {
    return await measureLoad(server, measurement)
  } finally {
    await server.end()
  }
}

async function measureLoad(server: Measurable, { kind, warmUp, file, load }: Measurement): Promise<Measured> {
  const target = { url: server.url, project: server.project, kind }
  await setTimeout(settleMs)
  const { rssMb: idleMb } = readMemory(server.pid)
  await generateLoad(target, warmUp, { kind: 'saturate', connections: 64 })
  await setTimeout(settleMs)
  const before = server.readStored?.()
  const cpuBefore = readCpuUs(server.pid)
  const result = await generateLoad(target, file, load)
  const { rssMb: loadedMb, peakMb } = readMemory(server.pid)
  const drainMs = await untilStored(server, (before?.events ?? 0) + result.acked)
  await setTimeout(settleMs)
  const after = server.readStored?.()
  const digested = before && after ? after.events - before.events : result.acked
  const bytes = before && after ? after.bytesUsed - before.bytesUsed : 0
  return {
    perSecond: digested / (result.seconds + drainMs / 1000),
    cpuUs: (readCpuUs(server.pid) - cpuBefore) / digested,
    ackMs: result.ackMs,
    idleMb,
    loadedMb,
    peakMb,
    bytesPerEvent: bytes / digested,
    stored: after,
    lost: Math.max(0, result.acked - digested),
    refused: result.sent - result.acked,
    drainMs,
    generatorCpuUs: result.generatorCpuUs,
    lateMs: result.lateMs.p50,
  }
}

/** Milliseconds until so many events are stored; gives up after a while, which shows as lost events. */
async function untilStored({ readStored }: Measurable, events: number): Promise<number> {
  if (readStored === undefined || readStored().events >= events) return 0
  const fromMs = performance.now()
  do await setTimeout(50)
  while (readStored().events < events && performance.now() - fromMs < longestDrainMs)
  return performance.now() - fromMs
}
