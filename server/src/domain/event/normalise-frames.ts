import type { Frame, Json, Stacktrace } from './event.ts'
import {
  asBoolean,
  asList,
  asNumber,
  asObject,
  asText,
  filled,
  present,
  type JsonObject,
} from './read-json.ts'
import { rememberRecurring } from './recurring.ts'

/** Frames are oldest call first. A stacktrace without any frame that says something is none. */
export function normaliseStacktrace(value: Json | undefined): Stacktrace | undefined {
  return readFrames(asList(value) ?? asList(asObject(value)?.['frames']) ?? [], undefined)
}

const readFrames = rememberRecurring((sent: Json[]): Stacktrace | undefined => {
  const frames = sent.flatMap((item) => {
    const frame = asObject(item)
    return frame === undefined ? [] : (filled(normaliseFrame(frame)) ?? [])
  })
  return frames.length === 0 ? undefined : { frames }
})

function normaliseFrame(frame: JsonObject): Frame {
  const absolute = asText(frame['abs_path'])
  const filename = asText(frame['filename'])
  return present({
    filename: filename ?? absolute,
    abs_path: absolute ?? filename,
    function: asText(frame['function']),
    raw_function: asText(frame['raw_function']),
    module: asText(frame['module']),
    package: asText(frame['package']),
    platform: asText(frame['platform']),
    lineno: positive(frame['lineno']),
    colno: positive(frame['colno']),
    pre_context: lines(frame['pre_context']),
    context_line: line(frame['context_line']),
    post_context: lines(frame['post_context']),
    in_app: asBoolean(frame['in_app']),
    vars: variables(frame['vars']),
    instruction_addr: asText(frame['instruction_addr']),
  })
}

function positive(value: Json | undefined): number | undefined {
  const number = asNumber(value)
  return number === undefined || number < 0 || number > Number.MAX_SAFE_INTEGER
    ? undefined
    : Math.trunc(number)
}

function lines(value: Json | undefined): string[] | undefined {
  const list = asList(value)
  return list === undefined || list.length === 0 ? undefined : list.map((item) => line(item) ?? '')
}

/** Ruby sends its lines with their ends. An empty line is a line. */
function line(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.replace(/\r?\n$/, '') : undefined
}

/** PHP sends positional variables as a list: they are keyed by their index. */
function variables(value: Json | undefined): Record<string, Json> | undefined {
  const list = asList(value)
  return filled(list === undefined ? asObject(value) : Object.fromEntries(list.entries()))
}
