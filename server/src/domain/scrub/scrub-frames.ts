import type { Frame, Stacktrace } from '../event/event.ts'
import { mapSame, replaced } from './keep-same.ts'
import { scrubTexts } from './scrub-fields.ts'
import { scrubObject } from './scrub-json.ts'
import { scrubBareText } from './scrub-text.ts'
import { spareKnown } from './spare-known.ts'
import type { Reading } from './text/find.ts'
import { inside, type Walk } from './walk.ts'

const paths = ['filename', 'abs_path', 'function', 'raw_function', 'module', 'package'] as const

/** Files that have no expressions: their values stand in no quotes. */
const configuration = /\.(?:env|ya?ml|ini|cfg|conf|properties|toml|log|txt)$/i

/** Paths are what a stack is read by: nothing in them is taken for a number, and nothing in code for data. */
export function scrubStacktrace(stacktrace: Stacktrace, walk: Walk): Stacktrace {
  return spareKnown(stacktrace, walk, (each) => scrubEach(each, walk))
}

function scrubEach(stacktrace: Stacktrace, walk: Walk): Stacktrace {
  walk.path.push('stacktrace', 'frames')
  const frames = mapSame(stacktrace.frames, (frame, at) =>
    inside(walk, String(at), () => scrubFrame(frame, walk)),
  )
  walk.path.length -= 2
  return replaced(stacktrace, 'frames', frames)
}

function scrubFrame(frame: Frame, walk: Walk): Frame {
  let scrubbed = scrubTexts(frame, paths, walk, 'path')
  const reading = configuration.test(frame.filename ?? frame.abs_path ?? '') ? 'text' : 'code'
  scrubbed = scrubTexts(scrubbed, ['context_line'], walk, reading)
  scrubbed = scrubLines(scrubbed, 'pre_context', walk, reading)
  scrubbed = scrubLines(scrubbed, 'post_context', walk, reading)
  if (frame.vars === undefined) return scrubbed
  const { vars } = frame
  return replaced(
    scrubbed,
    'vars',
    inside(walk, 'vars', () => scrubObject(vars, undefined, walk)),
  )
}

function scrubLines(frame: Frame, key: 'pre_context' | 'post_context', walk: Walk, reading: Reading): Frame {
  const lines = frame[key]
  if (lines === undefined) return frame
  walk.path.push(key)
  const clean = mapSame(lines, (line, at) => scrubBareText(line, String(at), walk, reading))
  walk.path.pop()
  return replaced(frame, key, clean)
}
