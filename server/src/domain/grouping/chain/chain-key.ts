import type { Event } from '../../event/event.ts'
import { exceptionKey } from '../exception/exception-key.ts'
import { readException, type ReadException } from '../exception/read-exception.ts'
import type { FingerprintPart, Key } from '../grouping.ts'
import { keyText } from '../hash-parts.ts'
import { findSite } from '../site/find-site.ts'
import { chooseExceptions, type Choice } from './choose-exceptions.ts'
import { readLinks } from './links.ts'
import { isWeak, wrapperParts } from './wrapper.ts'

/** Causes beyond this many are the same failure told again. */
const MAX_EXCEPTIONS = 50

export interface ChainKey {
  key: Key
  /** The exception that gives the title. */
  titled: ReadException
  /** The exception whose site is the culprit. */
  placed: ReadException
}

interface Failure extends ChainKey {
  text: string
}

interface Keyed {
  read: ReadException
  key: Key
  text: string
}

/** The key of all exceptions of an event, and the ones that stand for it. */
export function chainKey(event: Event): ChainKey | undefined {
  const all = event.exception?.values ?? []
  const offset = Math.max(0, all.length - MAX_EXCEPTIONS)
  const values = all.slice(offset)
  if (values.length === 1) return readLone(event, offset)
  const choices = chooseExceptions(values.length - 1, readLinks(values, event.platform))
  const failures = new Map<string, Failure>()
  const known = new Map<number, Keyed>()
  for (const choice of choices) {
    const failure = readFailure(choice, (index) => readKeyed(event, index + offset, known))
    if (failure && !failures.has(failure.text)) failures.set(failure.text, failure)
  }
  return joinFailures([...failures.values()])
}

/** Most events; there is nothing to choose. */
function readLone(event: Event, index: number): ChainKey | undefined {
  const exception = event.exception?.values[index]
  if (!exception) return undefined
  const read = readException(event, exception, index)
  return { key: exceptionKey(read, event.transaction), titled: read, placed: read }
}

/** The members of a group share the exceptions around it: each is read once. */
function readKeyed(event: Event, index: number, known: Map<number, Keyed>): Keyed | undefined {
  const exception = event.exception?.values[index]
  if (!exception) return undefined
  const same = known.get(index)
  if (same) return same
  const read = readException(event, exception, index)
  const key = exceptionKey(read, event.transaction)
  const keyed = { read, key, text: keyText(key) }
  known.set(index, keyed)
  return keyed
}

/** The exceptions in between are not read: long chains are told by their ends. */
function readFailure(choice: Choice, read: (index: number) => Keyed | undefined): Failure | undefined {
  const root = readRoot(choice.path, read)
  const wrapper = read(choice.path[0] ?? -1)
  if (!root || !wrapper) return undefined
  // A retry that chains its attempts repeats one failure.
  const isRepeated = root.text === wrapper.text
  const needsWrapper = !isRepeated && (!choice.isCertain || isWeak(root.read, root.key))
  if (!needsWrapper) return { key: root.key, titled: root.read, placed: root.read, text: root.text }
  const key = {
    tier: root.key.tier,
    parts: [...root.key.parts, ...wrapperParts(wrapper.read, choice.isCertain)],
  }
  const placed = findSite(root.read.stack) ? root.read : wrapper.read
  return { key, titled: root.read, placed, text: keyText(key) }
}

function readRoot(path: number[], read: (index: number) => Keyed | undefined): Keyed | undefined {
  let root: Keyed | undefined
  for (const index of path.toReversed()) {
    const next = read(index)
    if (root && !isEcho(root, next)) return root
    root = next
    if (root && root.read.stack.calls.length > 0) return root
  }
  return root
}

/** Go lists the error within an error, which has no stack; where it says the same, it adds nothing but its type. */
function isEcho(cause: Keyed, around: Keyed | undefined): boolean {
  return (
    around !== undefined &&
    around.read.stack.calls.length > 0 &&
    cause.read.template.text === around.read.template.text
  )
}

/** A group of one kind of failure is that failure; a group of several is their set, whatever their order. */
function joinFailures(failures: Failure[]): ChainKey | undefined {
  const [first] = failures
  if (!first || failures.length === 1) return first
  const sorted = failures.toSorted((a, b) => (a.text < b.text ? -1 : 1))
  const parts: FingerprintPart[] = sorted.flatMap(({ key }, index) => [
    {
      name: 'member',
      value: `${index + 1}`,
      reason: 'Several different errors failed together; this is one of them.',
    },
    ...key.parts,
  ])
  const leader = sorted[0] ?? first
  return { key: { tier: leader.key.tier, parts }, titled: leader.titled, placed: leader.placed }
}
