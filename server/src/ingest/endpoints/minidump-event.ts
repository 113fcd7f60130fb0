import { EventFormatError, parseJsonText } from '../../domain/event/parse-event-json.ts'
import { Refusal } from '../refusals/refusal.ts'

/** Own properties only: a field may be named `__proto__`. */
type Tree = { [name: string]: unknown }

const deepest = 10

/**
 * The event of a minidump form: `sentry` holds it as JSON, `sentry[tags][os]` one value of it; any other field is
 * something that the program's people wanted to know.
 */
export function readMinidumpEvent(form: FormData): Tree {
  const event: Tree = Object.assign(plainTree(), { platform: 'native', level: 'fatal' })
  const extra = plainTree()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const path = readPath(name)
    if (name === 'sentry') Object.assign(event, parseEvent(value))
    else if (path !== undefined) setAt(event, path, value)
    else extra[name] = value
  }
  if (Object.keys(extra).length > 0) event['extra'] = Object.assign(extra, event['extra'])
  if (event['exception'] === undefined && event['message'] === undefined) event['exception'] = nativeCrash
  return event
}

/** Says what is known without the symbols of the program. */
const nativeCrash = {
  values: [
    {
      type: 'Minidump',
      value: 'A native program crashed; its dump is attached.',
      mechanism: { type: 'minidump', handled: false, synthetic: true },
    },
  ],
}

function parseEvent(text: string): object {
  try {
    const event = parseJsonText(text)
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event
  } catch (error) {
    if (error instanceof EventFormatError) throw new Refusal(400, error.message, error)
    throw error
  }
  throw new Refusal(400, 'The field sentry is not a JSON object.')
}

/** `sentry[a][b]` is a, b. */
function readPath(name: string): string[] | undefined {
  if (!/^sentry(?:\[[^[\]]+\])+$/.test(name)) return undefined
  const path = name.slice('sentry['.length, -1).split('][')
  return path.length <= deepest ? path : undefined
}

function setAt(tree: Tree, path: string[], value: string): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) tree[name] = value
  else {
    const inner = Object.hasOwn(tree, name) ? tree[name] : undefined
    const branch = Object.assign(plainTree(), typeof inner === 'object' ? inner : undefined)
    tree[name] = branch
    setAt(branch, rest, value)
  }
}

function plainTree(): Tree {
  return Object.create(null) as Tree
}
