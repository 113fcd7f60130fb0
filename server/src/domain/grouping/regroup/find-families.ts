import type { HeldFingerprint } from './held-fingerprint.ts'
import { mostExamples, type Observed, type Part } from './observe.ts'

/** A fingerprint with the parts of its events, the one that keeps it first. */
export interface Arranged {
  number: number
  parts: Part[]
}

/**
 * The fingerprints of one issue that may move. Some are only there because of rules that held before, or because an
 * undo has put back what was split off: they are part of the others in all but name, as long as the rules say so.
 */
export interface Family {
  /** At least one. */
  homes: Arranged[]
  /** Of one hash with a home: they go where it goes. */
  following: Arranged[]
  leaving: Arranged[]
  /** As if they were one, with what each home would have without the undo; only those with several parts. */
  splits: { fingerprint: number; parts: Part[] }[]
}

interface Member {
  number: number
  parts: Part[]
  isLoose: boolean
}

export function findFamilies(
  observed: Observed,
  held: Map<number, HeldFingerprint>,
  owners: Map<string, number>,
): Family[] {
  const issues = new Map<number, Member[]>()
  for (const [number, parts] of [...observed].toSorted(([a], [b]) => a - b)) {
    const fingerprint = held.get(number)
    if (fingerprint === undefined || fingerprint.isPinned) continue
    const { issue, isLoose } = fingerprint
    issues.set(issue, [...(issues.get(issue) ?? []), { number, parts: [...parts.values()], isLoose }])
  }
  return [...issues.values()].map((members) => arrangeFamily(members, owners))
}

function arrangeFamily(members: Member[], owners: Map<string, number>): Family {
  const led = members.filter(({ isLoose }) => !isLoose)
  const chosen = led.length > 0 ? led : members.toSorted(byWeight).slice(0, 1)
  const numbers = new Set(chosen.map(({ number }) => number))
  const strays = members
    .filter(({ number }) => !numbers.has(number))
    .map((member) => arrange(member, (hash) => numbers.has(owners.get(hash) ?? Number.NaN)))
  const homes = keepPlace(
    chosen.map((member) => arrange(member, (hash) => owners.get(hash) === member.number)),
    strays,
  )
  const hashes = new Set(homes.map(mainHash))
  const settled = strays.map(({ number, parts }) => ({
    number,
    parts: parts.toSorted((a, b) => Number(hashes.has(b.hash)) - Number(hashes.has(a.hash))),
  }))
  const isFollowing = (stray: Arranged): boolean =>
    mainHash(stray) === undefined || hashes.has(mainHash(stray))
  return {
    homes,
    following: settled.filter(isFollowing),
    leaving: settled.filter((stray) => !isFollowing(stray)),
    splits: splitsOf(homes, settled),
  }
}

/** Where something stays that is no longer with any home, a home stays for it, with none of its own events. */
function keepPlace(homes: Arranged[], strays: Arranged[]): Arranged[] {
  const stays = strays.find((stray) => mainHash(stray) === undefined)?.parts[0]
  const [first, ...others] = homes
  if (stays === undefined || first === undefined || homes.some((home) => mainHash(home) === undefined))
    return homes
  return [{ number: first.number, parts: [{ ...stays, events: 0, examples: [] }, ...first.parts] }, ...others]
}

function splitsOf(homes: Arranged[], strays: Arranged[]): Family['splits'] {
  const parts = new Map(homes.map((home) => [home, home.parts]))
  for (const stray of strays) {
    const home = homes.find((each) => mainHash(each) === mainHash(stray)) ?? homes[0]
    if (home !== undefined) parts.set(home, [...(parts.get(home) ?? []), ...stray.parts])
  }
  return [...parts]
    .map(([home, all]) => ({ fingerprint: home.number, parts: unite(all) }))
    .filter((split) => split.parts.length > 1)
}

/** Parts of one hash as one, the first of all first. */
function unite(parts: Part[]): Part[] {
  const united = new Map<string | undefined, Part>()
  for (const part of parts) {
    const known = united.get(part.hash)
    united.set(part.hash, known === undefined ? part : add(known, part))
  }
  const [main, ...others] = united.values()
  return main === undefined ? [] : [main, ...others.toSorted(bySize)]
}

function add(part: Part, other: Part): Part {
  const examples = [...part.examples, ...other.examples].toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1))
  return { ...part, events: part.events + other.events, examples: examples.slice(0, mostExamples) }
}

/** What does not move is first, else most events. */
function arrange({ number, parts }: Member, isHere: (hash: string) => boolean): Arranged {
  const stays = parts.filter(({ hash }) => hash === undefined || isHere(hash))
  const moves = parts.filter((part) => !stays.includes(part)).toSorted(bySize)
  const [first, ...others] = stays
  if (first === undefined) return { number, parts: moves }
  const events = others.reduce((sum, part) => sum + part.events, first.events)
  return { number, parts: [{ ...first, hash: undefined, events }, ...moves] }
}

function mainHash({ parts: [main] }: Arranged): string | undefined {
  return main?.hash
}

function bySize(a: Part, b: Part): number {
  return b.events - a.events || ((a.hash ?? '') < (b.hash ?? '') ? -1 : 1)
}

/** Where no hash leads to any of them, the one with what stays, else with most events, is as good as the others' home. */
function byWeight(a: Member, b: Member): number {
  const staying = (member: Member): number => member.parts.find(({ hash }) => hash === undefined)?.events ?? 0
  const largest = (member: Member): number => Math.max(...member.parts.map(({ events }) => events))
  return staying(b) - staying(a) || largest(b) - largest(a) || a.number - b.number
}
