import type { Frame } from '../../event/event.ts'
import type { Stack } from '../frames/read-stack.ts'

/** A library's innards in front of our code, our code, and the caller of a helper. */
const LINES = 3

/** The source lines on which a message may have been written, innermost first. */
export function throwingSources(stack: Stack): string[] {
  return stack.raw.slice(0, LINES).flatMap((call) => {
    const source = statementAt(call.frame)
    return source === '' ? [] : [source]
  })
}

/** Formatters break `throw new Error(` before a long message: its text is then on the lines below. */
function statementAt(frame: Frame): string {
  const line = frame.context_line?.slice(0, 400) ?? ''
  if (!line.trimEnd().endsWith('(')) return line
  const below = (frame.post_context ?? []).slice(0, 2).map((text) => text.slice(0, 400))
  return [line, ...below].join('\n')
}
