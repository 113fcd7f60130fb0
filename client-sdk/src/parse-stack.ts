import type { WireFrame } from './protocol/index.ts'

const mostFrames = 100
const longestLine = 1_024
const longestStack = 200_000

/** V8: `at async Foo.bar (file.js:1:2)` or `at file.js:1:2`. */
const v8Line = /^at (?:async )?(?:(.+?) \()?(?:async )?(.*?)(?::(\d+))?(?::(\d+))?\)?$/
/** SpiderMonkey and JavaScriptCore: `bar@file.js:1:2`. */
const geckoLine = /^(.*?)@(.*?)(?::(\d+))?(?::(\d+))?$/
/** Places of the engine itself have no line. */
const enginePlace = /^(?:native|<anonymous>|\[native code\]|index \d+)$/

interface Place {
  name: string
  file: string
  line: string | undefined
  column: string | undefined
}

/**
 * The frames of `error.stack`, oldest call first, as the wire has them. V8 writes the message above them: given,
 * it is passed over, so that a message which looks like a stack adds no frames. Never throws.
 */
export function parseStack(stack: unknown, message = ''): WireFrame[] {
  if (typeof stack !== 'string') return []
  const lines = withoutMessage(stack.slice(0, longestStack), message).split('\n')
  const parseLine = lines.some((line) => /^\s*at /.test(line)) ? parseV8Line : parseGeckoLine
  const frames: WireFrame[] = []
  for (const line of lines) {
    const place = line.length > longestLine ? undefined : parseLine(line.trim())
    if (place !== undefined) frames.push(frameOf(place))
    if (frames.length === mostFrames) break
  }
  return frames.reverse()
}

function withoutMessage(stack: string, message: string): string {
  const at = message === '' ? -1 : stack.indexOf(`: ${message}\n`)
  return at === -1 || stack.lastIndexOf('\n', at) !== -1 ? stack : stack.slice(at + message.length + 3)
}

function parseV8Line(text: string): Place | undefined {
  const match = v8Line.exec(text)
  if (match === null) return undefined
  const [, name = '', file = '', line, column] = match
  // Code of an `eval` is placed by the call of it: `eval at run (file.js:1:2), <anonymous>:3:4`.
  const evaluated = /^eval at .*?\(([^()]+):(\d+):(\d+)\)/.exec(file)
  if (evaluated !== null) return { name, file: evaluated[1] ?? '', line: evaluated[2], column: evaluated[3] }
  return line === undefined && !enginePlace.test(file) ? undefined : { name, file, line, column }
}

function parseGeckoLine(text: string): Place | undefined {
  const match = geckoLine.exec(text)
  if (match === null) return undefined
  const [, name = '', place = '', line, column] = match
  const evaluated = /^(.*?) line (\d+) > (?:eval|Function)/.exec(place)
  if (evaluated !== null) return { name, file: evaluated[1] ?? '', line: evaluated[2], column: undefined }
  return line === undefined && !enginePlace.test(place)
    ? undefined
    : // `async*load` and `promise callback*load` say how the function came to be called.
      { name: name.replace(/^.*\*/, ''), file: place, line, column }
}

function frameOf({ name, file, line, column }: Place): WireFrame {
  const lineno = countOf(line)
  const colno = countOf(column)
  return {
    filename: pathOf(file),
    function: name === '' ? '?' : name.replace(/ \[as .*\]$/, '').slice(0, 256),
    ...(lineno !== undefined && { lineno }),
    ...(colno !== undefined && { colno }),
    in_app: isInApp(file),
  }
}

function countOf(digits: string | undefined): number | undefined {
  const count = Number(digits)
  return Number.isSafeInteger(count) ? count : undefined
}

/** A `file:` URL as the path on disk. */
function pathOf(file: string): string {
  if (!file.startsWith('file://')) return file
  const path = file.slice('file://'.length).replace(/^\/(?=[A-Za-z]:\/)/, '')
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function isInApp(file: string): boolean {
  if (enginePlace.test(file) || /^(?:node:|[a-z-]+-extension:)/.test(file)) return false
  return !/[/\\]node_modules[/\\]/.test(file)
}
