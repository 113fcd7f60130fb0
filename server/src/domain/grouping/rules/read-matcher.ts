import { eventFields, frameFields, type EventMatcher, type FrameMatcher, type Glob } from './rule.ts'
import type { Token } from './tokens.ts'
import { describeUnknown, fieldNames, isOneOf } from './words.ts'

/** What people write has a few; with more, a glob hardly says what it means, and matching it costs most. */
const mostWildcards = 20
const longestGlob = 500

export type ReadMatcher =
  | { kind: 'event'; matcher: EventMatcher }
  | { kind: 'frame'; matcher: FrameMatcher }
  | { kind: 'wrong'; from: number; to: number; message: string }

/** `[!]field:glob` */
export function readMatcher({ text, from, to }: Token): ReadMatcher {
  const negated = text.startsWith('!')
  const colon = text.indexOf(':')
  const wrong = (message: string): ReadMatcher => ({ kind: 'wrong', from, to, message })
  if (colon < 0) return wrong(`Expected a matcher such as type:TypeError, or “->” before what the rule does.`)
  const name = text.slice(negated ? 1 : 0, colon)
  const value = text.slice(colon + 1)
  const problem = globProblem(name, value)
  if (problem !== undefined) return wrong(problem)
  const asked = { negated, glob: compileGlob(value) }
  if (isOneOf(frameFields, name)) return { kind: 'frame', matcher: { ...asked, of: name } }
  if (isOneOf(eventFields, name)) return { kind: 'event', matcher: { ...asked, of: name } }
  const key = name.startsWith('tags.') ? name.slice('tags.'.length) : ''
  if (key !== '') return { kind: 'event', matcher: { ...asked, of: 'tags', key } }
  return { kind: 'wrong', from, to: from + colon, message: describeUnknown('field', name, fieldNames) }
}

function globProblem(name: string, value: string): string | undefined {
  if (value === '') return `Expected a pattern after “${name.slice(0, 40)}:”, such as ${name.slice(0, 40)}:*.`
  if (value.length > longestGlob) return `A pattern has at most ${longestGlob} characters.`
  const wildcards = value.replaceAll(/[^*?]/g, '').length
  return wildcards > mostWildcards ? `A pattern has at most ${mostWildcards} wildcards.` : undefined
}

function compileGlob(value: string): Glob {
  const pattern = value.toLowerCase().replaceAll(/\*{2,}/g, '*')
  // The engine's search is many times faster than our steps, and hardly any text has even this part.
  const part = pattern.split(/[*?]/).reduce((best, next) => (next.length > best.length ? next : best), '')
  return { pattern, part }
}
