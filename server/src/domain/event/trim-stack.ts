import type { EventBounds } from './event-bounds.ts'
import type { Frame, Stacktrace } from './event.ts'
import type { Note } from './meta.ts'
import { rememberRecurring } from './recurring.ts'
import { trimFields } from './trim-fields.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimEnd, trimName, trimText } from './trim-text.ts'

const longestLine = 512
const longestName = 512
const longestPath = 2_048
const linesAround = 10
const varsChars = 4 * 1024

const fields = [
  ['filename', longestPath, trimText],
  ['abs_path', longestPath, trimText],
  ['function', longestName, trimEnd],
  ['raw_function', longestName, trimEnd],
  ['module', longestName, trimEnd],
  ['package', longestName, trimEnd],
  ['platform', 64, trimName],
  ['instruction_addr', 64, trimName],
  ['context_line', longestLine, trimText],
] as const

export interface Trimming {
  bounds: EventBounds
  notes: Note[]
}

/** The ends of a stack say where it began and where it broke. */
export function trimStack(stack: Stacktrace, path: string[], trimming: Trimming): Stacktrace {
  if (isWhole(stack, trimming.bounds)) return stack
  const at = [...path, 'frames']
  const most = trimming.bounds.frames
  const kept = trimList(stack.frames, { most, atHead: Math.floor(most / 5) }, at, trimming.notes)
  const frames = kept.map((frame, index) =>
    isSmall(frame) ? frame : trimFrame(frame, [...at, String(index)], trimming),
  )
  return { frames }
}

/** Nearly every stack is. */
const isWhole = rememberRecurring((stack: Stacktrace, { frames: most }: EventBounds): boolean => {
  return stack.frames.length <= most && stack.frames.every(isSmall)
})

/** Nearly every frame is: it stays as it is. */
function isSmall(frame: Frame): boolean {
  const { vars, pre_context: before, post_context: after } = frame
  return vars === undefined && areSmall(before) && areSmall(after) && hasShortNames(frame)
}

/** Says at once what `fields` would say one after the other: that is half of what trimming costs. */
function hasShortNames(frame: Frame): boolean {
  const { filename = '', abs_path = '', context_line = '', module = '', instruction_addr = '' } = frame
  const { function: name = '', raw_function = '', package: file = '', platform = '' } = frame
  const longest = Math.max(name.length, raw_function.length, module.length, file.length, context_line.length)
  return (
    longest <= longestName &&
    filename.length <= longestPath &&
    abs_path.length <= longestPath &&
    platform.length <= 64 &&
    instruction_addr.length <= 64
  )
}

function areSmall(lines: string[] = []): boolean {
  return lines.length <= linesAround && lines.every((line) => line.length <= longestLine)
}

function trimFrame(frame: Frame, path: string[], { bounds, notes }: Trimming): Frame {
  const { pre_context: before, post_context: after, vars } = frame
  const { depthStored: depth, valueChars: value } = bounds
  return {
    ...trimFields(frame, fields, path, notes),
    // The lines next to that of the frame stay.
    ...(before && { pre_context: trimLines(before, 0, [...path, 'pre_context'], notes) }),
    ...(after && { post_context: trimLines(after, linesAround, [...path, 'post_context'], notes) }),
    ...(vars && { vars: trimJson(vars, { chars: varsChars, depth, value }, [...path, 'vars'], notes) }),
  }
}

function trimLines(lines: string[], atHead: number, path: string[], notes: Note[]): string[] {
  return trimList(lines, { most: linesAround, atHead }, path, notes).map((line, index) =>
    line.length <= longestLine ? line : trimText(line, longestLine, [...path, String(index)], notes),
  )
}
