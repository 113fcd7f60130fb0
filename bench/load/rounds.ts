import type { Measured } from './measure-load.ts'
import { medianOf, round } from './median.ts'

/** What each of those that are compared did, one after the other. */
export type Round<Name extends string> = Record<Name, Measured>

/** Measures each in every round, every other time in the opposite order, so that a busy minute falls on all of them. */
export async function runRounds<Name extends string>(
  count: number,
  names: readonly Name[],
  measure: (name: Name) => Promise<Measured>,
): Promise<Round<Name>[]> {
  const rounds: Round<Name>[] = []
  for (let at = 0; at < count; at += 1) {
    const measured = {} as Round<Name>
    for (const name of at % 2 === 0 ? names : names.toReversed()) measured[name] = await measure(name)
    rounds.push(measured)
  }
  return rounds
}

const readings = {
  perSecond: ({ perSecond }: Measured) => perSecond,
  cpuUs: ({ cpuUs }: Measured) => cpuUs,
  ackP50Ms: ({ ackMs }: Measured) => ackMs.p50,
  ackP99Ms: ({ ackMs }: Measured) => ackMs.p99,
  ackMaxMs: ({ ackMs }: Measured) => ackMs.max,
  idleMb: ({ idleMb }: Measured) => idleMb,
  loadedMb: ({ loadedMb }: Measured) => loadedMb,
  peakMb: ({ peakMb }: Measured) => peakMb,
  bytesPerEvent: ({ bytesPerEvent }: Measured) => bytesPerEvent,
  issues: ({ stored }: Measured) => stored?.issues ?? 0,
  payloadsKept: ({ stored }: Measured) => (stored ? stored.payloads / stored.events : 0),
  drainMs: ({ drainMs }: Measured) => drainMs,
  refused: ({ refused }: Measured) => refused,
  generatorCpuUs: ({ generatorCpuUs }: Measured) => generatorCpuUs,
  lateMs: ({ lateMs }: Measured) => lateMs,
}

export type Reading = keyof typeof readings
export type Figures = Record<Reading | 'lost', number>

/** Medians; of losses the sum, since one is one too many. */
export function figuresOf(measured: readonly Measured[]): Figures {
  const medians = Object.entries(readings).map(([name, read]) => [name, round(medianOf(measured.map(read)))])
  const lost = measured.reduce((sum, each) => sum + each.lost, 0)
  return { ...(Object.fromEntries(medians) as Record<Reading, number>), lost }
}

/** The median of the ratios within each round. */
export function ratioOf<Name extends string>(
  rounds: readonly Round<Name>[],
  one: Name,
  other: Name,
  reading: Reading,
): number {
  const read = readings[reading]
  return round(medianOf(rounds.map((each) => read(each[one]) / read(each[other]))))
}
