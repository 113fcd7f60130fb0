import type { Call } from '../frames/call.ts'
import type { FingerprintPart } from '../grouping.ts'
import { isMinified } from '../site/minified.ts'
import type { ReadException } from './read-exception.ts'

/** A cycle of up to thirteen functions comes round three times within these. */
const INNERMOST = 40
const ROUNDS = 3

/** Which function of a cycle overflows is chance, so all of them are named, in no order. */
export function overflowParts(read: ReadException): FingerprintPart[] {
  const counts = new Map<string, number>()
  for (const call of read.stack.raw.slice(0, INNERMOST)) {
    const name = nameOf(call)
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const cycle = [...counts].filter(([, count]) => count >= ROUNDS).map(([name]) => name)
  if (cycle.length === 0) return []
  const value = cycle.toSorted().join(' ')
  return [
    { name: 'cycle', value, reason: 'These functions called each other without end.', exception: read.index },
  ]
}

/** Mangled names change with every build. */
function nameOf(call: Call): string {
  if (call.origin !== 'app') return ''
  if (!isMinified(call)) return `${call.module}#${call.name}`
  return call.name.length >= 4 ? call.name : ''
}
