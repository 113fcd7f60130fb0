import type { FingerprintPart } from '../grouping.ts'
import { coveringGlob } from './covering-glob.ts'
import { parseRules } from './parse-rules.ts'

/** Parts that a person's rule, or the client, made: what to do about them is theirs to say. */
const MADE = new Set(['client', 'fingerprint', 'added', 'dropped', 'default', 'member'])
/** Names of a key in our vocabulary, not words of a message: "nullish:price", "json-parse". */
const ENGINE_WORD = /^[a-z-]+(?::(\S*))?$/
/** A site: module, and function when it has a name. */
const SITE = /^([^#]+)#([\w$.<>~]+)$/

type Parts = Map<string, string>

/**
 * A line of rules that would make one group of both, for a person to look at before it is saved. Undefined when no
 * line would be narrow enough to be worth a look: one that says only "every Error" merges more than was asked.
 */
export function suggestRule(left: FingerprintPart[], right: FingerprintPart[]): string | undefined {
  const [a, b] = [partsOf(left), partsOf(right)]
  if (a === undefined || b === undefined) return undefined
  const differing = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
  const [only] = differing
  if (only === undefined) return undefined
  const narrow = [messageMatcher(a, b), ...siteMatchers(a, b)].filter((matcher) => matcher !== undefined)
  if (narrow.length === 0) return undefined
  const matchers = [...typeMatcher(a, b), ...narrow].join(' ')
  // One part that both have decides alone; all else would not even be in one tier.
  const droppable = differing.length === 1 && only !== 'type' && a.has(only) && b.has(only)
  const action = droppable ? `drop-part ${quoted(only)}` : `fingerprint ${nameOf(a, b)}`
  const line = `${matchers} -> ${action}`
  // A pattern may have become too long, or have too many wildcards.
  return parseRules(line).errors.length === 0 ? line : undefined
}

/** Undefined when the parts are not simply one of each name. */
function partsOf(parts: FingerprintPart[]): Parts | undefined {
  const byName = new Map(parts.map(({ name, value }) => [name, value]))
  const isPlain = byName.size === parts.length && parts.every(({ name }) => !MADE.has(name))
  return isPlain ? byName : undefined
}

function typeMatcher(a: Parts, b: Parts): string[] {
  const type = a.get('type')
  return type && type === b.get('type') ? [`type:${quoted(asGlob(type))}`] : []
}

function messageMatcher(a: Parts, b: Parts): string | undefined {
  const [one, other] = [messageGlob(a.get('template')), messageGlob(b.get('template'))]
  if (one === undefined || other === undefined) return undefined
  const glob = coveringGlob(one, other)
  return glob === undefined ? undefined : `message:${quoted(glob)}`
}

/** A template already is a pattern; only its first line is in it. */
function messageGlob(template: string | undefined): string | undefined {
  if (template === undefined) return undefined
  const member = ENGINE_WORD.exec(template)
  if (member !== null && !template.includes('-') && member[1] === undefined) return `${template}*`
  if (member !== null) return member[1] && /^\w{3,}$/.test(member[1]) ? `*${member[1]}*` : undefined
  return `${asGlob(template)}*`
}

function siteMatchers(a: Parts, b: Parts): string[] {
  const site = a.get('site') === b.get('site') ? SITE.exec(a.get('site') ?? '') : null
  if (site === null) return []
  const [, module = '', name = ''] = site
  return name === 'anonymous' ? [] : [`module:${quoted(asGlob(module))}`, `function:${quoted(name)}`]
}

/**
 * Quotation marks would have to be escaped, which nobody likes to read, and a line break would end the rule; one
 * character is one character.
 */
function asGlob(text: string): string {
  return text.replaceAll(/["\\\r\n]/g, '?')
}

function quoted(text: string): string {
  return /^[\w.$/*?-]+$/.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}

function nameOf(a: Parts, b: Parts): string {
  const type = a.get('type') === b.get('type') ? (a.get('type') ?? '') : ''
  const words =
    `${type} ${a.get('template') ?? a.get('class') ?? ''}`.toLowerCase().match(/[a-z][a-z\d]+/g) ?? []
  return words.slice(0, 6).join('-') || 'one-issue'
}
