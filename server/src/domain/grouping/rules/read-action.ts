import { frameActions, type FrameAction, type KeyAction } from './rule.ts'
import type { Token } from './tokens.ts'
import { actionNames, describeUnknown, isOneOf, partNames, variableNames } from './words.ts'

const mostEntries = 20
const longestEntry = 500

const VARIABLE = /\{\{([^{}]*)\}\}/g
const NAME = /^ {0,8}([\w.:-]{1,200}) {0,8}$/

export interface Wrong {
  kind: 'wrong'
  from: number
  to: number
  message: string
}

/** What follows the arrow: a verb, and what it takes. */
export function readAction(verb: Token, rest: Token[]): FrameAction | KeyAction | Wrong {
  const wrong = (at: Token, message: string): Wrong => ({
    kind: 'wrong',
    from: at.from,
    to: rest.at(-1)?.to ?? at.to,
    message,
  })
  const name = verb.text
  if (isOneOf(frameActions, name)) {
    const [extra] = rest
    return extra === undefined
      ? { kind: name }
      : wrong(extra, `Nothing follows “${name}”. Write another rule on a line of its own.`)
  }
  if (name === 'drop-part') return readDropped(verb, rest, wrong)
  if (name === 'fingerprint' || name === 'add-part') return readEntries(verb, name, rest, wrong)
  return {
    kind: 'wrong',
    from: verb.from,
    to: verb.to,
    message: describeUnknown('action', name, actionNames),
  }
}

type MakeWrong = (at: Token, message: string) => Wrong

function readDropped(verb: Token, rest: Token[], wrong: MakeWrong): KeyAction | Wrong {
  const [part] = rest
  if (part === undefined)
    return wrong(verb, `Expected the name of a part after “drop-part”, one of: ${partNames.join(', ')}.`)
  // Two words without quotes are what somebody copies from the screen.
  const name = rest.map(({ text }) => text).join(' ')
  if (!isOneOf(partNames, name)) return wrong(part, describeUnknown('part', name, partNames))
  return { kind: 'drop-part', name }
}

function readEntries(
  verb: Token,
  kind: 'fingerprint' | 'add-part',
  rest: Token[],
  wrong: MakeWrong,
): KeyAction | Wrong {
  if (rest.length === 0)
    return wrong(verb, `Expected at least one text after “${kind}”, such as checkout or {{ tags.tenant }}.`)
  const beyond = rest[mostEntries]
  if (beyond !== undefined) return wrong(beyond, `“${kind}” takes at most ${mostEntries} texts.`)
  for (const token of rest) {
    const message = entryProblem(kind, token)
    if (message !== undefined) return { kind: 'wrong', from: token.from, to: token.to, message }
  }
  return { kind, entries: rest.map(({ text }) => text) }
}

function entryProblem(kind: KeyAction['kind'], { text, quoted }: Token): string | undefined {
  if (text === '->' && !quoted) return 'A rule has one “->”. Write another rule on a line of its own.'
  if (text.length > longestEntry) return `A text has at most ${longestEntry} characters.`
  for (const [, inner = ''] of text.matchAll(VARIABLE)) {
    const name = NAME.exec(inner)?.[1] ?? inner.trim()
    if (name.startsWith('tags.') && name.length > 'tags.'.length) continue
    if (!isOneOf(variableNames, name))
      return describeUnknown('variable', name, [...variableNames, 'tags.<key>'])
    if (name === 'default' && kind === 'add-part')
      return '“{{ default }}” stands for all parts, and they are there already. Use it after “fingerprint”.'
    if (name === 'default' && !/^\{\{ *default *\}\}$/.test(text))
      return '“{{ default }}” stands for several parts, so it is a text of its own: put spaces around it.'
  }
  return undefined
}
