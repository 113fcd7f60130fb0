import { readAction } from './read-action.ts'
import { readMatcher } from './read-matcher.ts'
import {
  frameActions,
  type EventMatcher,
  type FrameAction,
  type FrameField,
  type FrameMatcher,
  type GroupingRules,
  type KeyAction,
  type Rule,
  type RuleError,
} from './rule.ts'
import { readTokens, type Token } from './tokens.ts'
import { isOneOf } from './words.ts'

const mostRules = 500
const longestLine = 2_000
const mostMatchers = 20
/** Somebody who pasted something else wants to hear it once, not a thousand times. */
const mostErrors = 100

/** Of asking a frame, cheapest first: most frames fail at the first matcher. */
const cost: readonly FrameField[] = ['function', 'path', 'module']

type Problem = Omit<RuleError, 'line'>
type Parsed = { rule: Rule<FrameAction | KeyAction> } | { problems: Problem[] }

/**
 * Reads the rules of a project, one a line. Lines that are wrong are left out of the rules, so that those of a stored
 * text which an older version accepted go on to hold.
 */
export function parseRules(text: string): { rules: GroupingRules; errors: RuleError[] } {
  const rules: GroupingRules = { onFrames: [], onKeys: [] }
  const errors: RuleError[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const parsed = parseLine(line, index + 1)
    if (parsed === undefined) continue
    const count = rules.onFrames.length + rules.onKeys.length
    if ('problems' in parsed)
      errors.push(...parsed.problems.map((problem) => ({ line: index + 1, ...problem })))
    else if (count < mostRules) addRule(rules, parsed.rule)
    else
      errors.push({
        line: index + 1,
        from: 0,
        to: line.length,
        message: `There are at most ${mostRules} rules.`,
      })
    if (errors.length >= mostErrors) break
  }
  return { rules, errors: errors.slice(0, mostErrors) }
}

function addRule(rules: GroupingRules, { action, ...rest }: Rule<FrameAction | KeyAction>): void {
  if (isFrameAction(action)) rules.onFrames.push({ ...rest, action })
  else rules.onKeys.push({ ...rest, action })
}

function isFrameAction(action: FrameAction | KeyAction): action is FrameAction {
  return isOneOf(frameActions, action.kind)
}

/** Undefined for a line without a rule. */
function parseLine(line: string, number: number): Parsed | undefined {
  if (line.length > longestLine)
    return {
      problems: [{ from: 0, to: line.length, message: `A line has at most ${longestLine} characters.` }],
    }
  const { tokens, open } = readTokens(line)
  if (open !== undefined) return { problems: [open] }
  const last = tokens.at(-1)
  if (last === undefined) return undefined
  const arrow = tokens.findIndex(({ text, quoted }) => text === '->' && !quoted)
  const verb = tokens[arrow + 1]
  if (arrow < 0 || verb === undefined) {
    const message = 'Expected “->” and what the rule does, such as -> fingerprint checkout.'
    return {
      problems: [
        ...readMatchers(arrow < 0 ? tokens : tokens.slice(0, arrow)).problems,
        { ...spanOf(last), message },
      ],
    }
  }
  return parseRule({ line, number, before: tokens.slice(0, arrow), verb, rest: tokens.slice(arrow + 2) })
}

function parseRule(given: {
  line: string
  number: number
  before: Token[]
  verb: Token
  rest: Token[]
}): Parsed {
  const { line, number, before, verb, rest } = given
  const { event, frame, problems } = readMatchers(before)
  const action = readAction(verb, rest)
  if (action.kind === 'wrong') return { problems: [...problems, action].map(asProblem) }
  if (problems.length > 0) return { problems }
  if (before.length === 0)
    return {
      problems: [{ ...spanOf(verb), message: 'Expected at least one matcher before “->”, such as type:*.' }],
    }
  if (before.length > mostMatchers)
    return { problems: [{ ...spanOf(verb), message: `A rule has at most ${mostMatchers} matchers.` }] }
  if (isFrameAction(action) && frame.length === 0) {
    const message = `Say which frames are meant, by function:, module: or path:, before “-> ${action.kind}”.`
    return { problems: [{ ...spanOf(verb), message }] }
  }
  const from = before[0]?.from ?? 0
  const text = line.slice(from, rest.at(-1)?.to ?? verb.to)
  return { rule: { line: number, text, event, frame, action } }
}

function readMatchers(tokens: Token[]): {
  event: EventMatcher[]
  frame: FrameMatcher[]
  problems: Problem[]
} {
  const event: EventMatcher[] = []
  const frame: FrameMatcher[] = []
  const problems: Problem[] = []
  for (const read of tokens.map(readMatcher)) {
    if (read.kind === 'event') event.push(read.matcher)
    else if (read.kind === 'frame') frame.push(read.matcher)
    else problems.push(asProblem(read))
  }
  return { event, frame: frame.toSorted((a, b) => cost.indexOf(a.of) - cost.indexOf(b.of)), problems }
}

function asProblem({ from, to, message }: Problem): Problem {
  return { from, to, message }
}

function spanOf({ from, to }: Token): { from: number; to: number } {
  return { from, to }
}
