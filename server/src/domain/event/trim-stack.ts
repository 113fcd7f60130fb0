import type { Frame, Stacktrace } from './event.ts'
import type { Note } from './meta.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimText } from './trim-text.ts'

/** The ends of a stack say where it began and where it broke. */
const frames = { most: 250, atHead: 50 }
const longestLine = 512
const linesAround = 10
const varsChars = 4 * 1024

export function trimStack(stack: Stacktrace, path: string[], notes: Note[]): Stacktrace {
  const at = [...path, 'frames']
  const kept = trimList(stack.frames, frames, at, notes)
  const trimmed = kept.map((frame, index) =>
    isSmall(frame) ? frame : trimFrame(frame, [...at, String(index)], notes),
  )
  return { frames: trimmed }
}

/** Nearly every frame is: it stays as it is. */
function isSmall({
  context_line: line = '',
  pre_context: before,
  post_context: after,
  vars,
}: Frame): boolean {
  return vars === undefined && line.length <= longestLine && areSmall(before) && areSmall(after)
}

function areSmall(lines: string[] = []): boolean {
  return lines.length <= linesAround && lines.every((line) => line.length <= longestLine)
}

function trimFrame(frame: Frame, path: string[], notes: Note[]): Frame {
  const { context_line: line, pre_context: before, post_context: after, vars } = frame
  const trimLine = (text: string): string => trimText(text, longestLine, [...path, 'context_line'], [])
  return {
    ...frame,
    ...(line !== undefined && {
      context_line: trimText(line, longestLine, [...path, 'context_line'], notes),
    }),
    ...(before && { pre_context: before.slice(-linesAround).map(trimLine) }),
    ...(after && { post_context: after.slice(0, linesAround).map(trimLine) }),
    ...(vars && { vars: trimJson(vars, { chars: varsChars }, [...path, 'vars'], notes) }),
  }
}
