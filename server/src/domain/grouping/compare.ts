import type { FingerprintPart, Tier } from './grouping.ts'

/** What a comparison needs of a fingerprint. */
export interface Compared {
  tier: Tier
  parts: FingerprintPart[]
}

export interface ComparedRow {
  name: string
  left?: FingerprintPart
  right?: FingerprintPart
  verdict: 'same' | 'different' | 'only_left' | 'only_right'
  sentence: string
}

export interface Comparison {
  rows: ComparedRow[]
  summary: string
}

const MAX_SHOWN = 120

/** Why two fingerprints are not one, part by part. */
export function compareFingerprints(left: Compared, right: Compared): Comparison {
  const names = [...new Set([...left.parts, ...right.parts].map((part) => part.name))]
  const parts = names.flatMap((name) => pairParts(named(left, name), named(right, name)))
  const rows = [tierRow(left.tier, right.tier), ...parts.map(([a, b]) => partRow(a, b))]
  return { rows, summary: summarise(rows) }
}

function named({ parts }: Compared, name: string): FingerprintPart[] {
  return parts.filter((part) => part.name === name)
}

type Pair = [FingerprintPart | undefined, FingerprintPart | undefined]

/** Equal ones first: a group of several errors has several parts of one name, in no meaningful order. */
function pairParts(left: FingerprintPart[], right: FingerprintPart[]): Pair[] {
  const rest = [...right]
  const pairs = left.map((a): Pair => {
    const index = rest.findIndex((b) => b.value === a.value)
    return [a, index < 0 ? undefined : rest.splice(index, 1)[0]]
  })
  for (const pair of pairs) pair[1] ??= rest.shift()
  return [...pairs, ...rest.map((b): Pair => [undefined, b])]
}

function partRow(left: FingerprintPart | undefined, right: FingerprintPart | undefined): ComparedRow {
  const name = left?.name ?? right?.name ?? ''
  const sides = { name, ...(left && { left }), ...(right && { right }) }
  if (left && right) {
    return left.value === right.value
      ? { ...sides, verdict: 'same', sentence: `The ${name} is the same: ${quote(left.value)}.` }
      : {
          ...sides,
          verdict: 'different',
          sentence: `The ${name} differs: ${quote(left.value)} here, ${quote(right.value)} there.`,
        }
  }
  return left
    ? { ...sides, verdict: 'only_left', sentence: `Only here the ${name} counts: ${quote(left.value)}.` }
    : {
        ...sides,
        verdict: 'only_right',
        sentence: `Only there the ${name} counts: ${quote(right?.value ?? '')}.`,
      }
}

function quote(value: string): string {
  return value === '' ? 'none' : `“${value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value}”`
}

const DECIDED_BY: Record<Tier, string> = {
  rule: 'a fingerprint that the project’s rules set',
  client: 'a fingerprint that the client set',
  report: 'what the browser reported',
  canonical: 'a class of errors that are together wherever they happen',
  site: 'the message and the place in the application',
  library: 'the message and the library it came from',
  minified: 'the message and the names that minifying left',
  frameless: 'type and message, for want of a stack',
  thread: 'the stack of the thread that crashed',
  message: 'the logger and the message',
  empty: 'the platform, for want of everything else',
}

function tierRow(left: Tier, right: Tier): ComparedRow {
  return left === right
    ? { name: 'tier', verdict: 'same', sentence: `Both are grouped by ${DECIDED_BY[left]}.` }
    : {
        name: 'tier',
        verdict: 'different',
        sentence: `One is grouped by ${DECIDED_BY[left]}, the other by ${DECIDED_BY[right]}.`,
      }
}

function summarise(rows: ComparedRow[]): string {
  const [tier] = rows
  if (tier?.verdict === 'different')
    return `They are two issues because they are grouped by different things. ${tier.sentence}`
  const names = [
    ...new Set(rows.filter(({ verdict }) => verdict !== 'same').map(({ name }) => `the ${name}`)),
  ]
  const last = names.pop()
  if (last === undefined) return 'Nothing that counts differs between them.'
  const list = names.length === 0 ? `${last} differs` : `${names.join(', ')} and ${last} differ`
  return `They are two issues because ${list}.`
}
