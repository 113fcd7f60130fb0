import type { WireFrame } from './protocol/index.ts'

const mostFrames = 100
const longestLine = 1_024

/** V8: `at async Foo.bar (file.js:1:2)` or `at file.js:1:2`. */
const v8Line = /^\s*at (?:async )?(?:(.+?) \()?(?:async )?(.*?)(?::(\d+))?(?::(\d+))?\)?\s*$/
/** SpiderMonkey and JavaScriptCore: `bar@file.js:1:2`. */
const geckoLine = /^(.*?)@(.*?)(?::(\d+))?(?::(\d+))?\s*$/

/** The frames of `error.stack`, oldest call first, as the wire has them. Never throws. */
export function parseStack(stack: unknown): WireFrame[] {
  if (typeof stack !== 'string') return []
  const frames: WireFrame[] = []
  for (const line of stack.slice(0, 200_000).split('\n')) {
    if (line.length > longestLine) continue
    const frame = parseLine(line)
    if (frame !== undefined) frames.push(frame)
    if (frames.length === mostFrames) break
  }
  return frames.reverse()
}

function parseLine(line: string): WireFrame | undefined {
  const isV8 = /^\s*at /.test(line)
  const match = isV8 ? v8Line.exec(line) : line.includes('@') ? geckoLine.exec(line) : null
  if (match === null) return undefined
  const [, name, place = '', lineno, colno] = match
  // "native" and "<anonymous>" alone are places too; a message line that happens to start with "at" is not.
  if (isV8 && lineno === undefined && !/^(?:native|<anonymous>|index \d+)$/.test(place)) return undefined
  return {
    filename: place.replace(/^file:\/\//, ''),
    function: name === undefined || name === '' ? '?' : name.replace(/ \[as .*\]$/, '').slice(0, 256),
    ...(lineno !== undefined && { lineno: Number(lineno) }),
    ...(colno !== undefined && { colno: Number(colno) }),
    in_app: isInApp(place),
  }
}

function isInApp(place: string): boolean {
  if (place === 'native' || place === '<anonymous>' || place.startsWith('node:')) return false
  return !place.includes('/node_modules/') && !place.includes('\\node_modules\\')
}
