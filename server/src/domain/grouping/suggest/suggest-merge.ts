import { isHelper } from '../site/helper-names.ts'
import { isSubsequence } from './is-subsequence.ts'

/**
 * A reason to think that two groups of one type and template are one bug: the calls of one are those of the other
 * with some left out. Engines drop tail calls and cut deep stacks, async functions lose or repeat their callers, and
 * each of these moves the place of the same bug. Only ever a suggestion.
 */
export function suggestMerge(a: { chain: string[] }, b: { chain: string[] }): string | undefined {
  const [short, long] = a.chain.length <= b.chain.length ? [a.chain, b.chain] : [b.chain, a.chain]
  if (!saysEnough(short) || !isSubsequence(short, long)) return undefined
  const missing = long.length - short.length
  if (missing === 0) return 'The same error came through the same functions of the application.'
  const calls = missing === 1 ? 'one call' : `${missing} calls`
  return `The same error came through the same functions of the application, ${calls} fewer on one side: engines leave some out.`
}

/** Two calls in the same order are no accident; a single one must at least be a function with a name of its own. */
function saysEnough(chain: string[]): boolean {
  if (chain.length > 1) return true
  const name = chain[0]?.slice(chain[0].indexOf('#') + 1) ?? ''
  return name !== '' && name !== 'anonymous' && !name.startsWith('`') && !isHelper(name)
}
