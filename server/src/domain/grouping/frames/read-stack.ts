import type { Frame } from '../../event/event.ts'
import type { SkippedFrame } from '../grouping.ts'
import type { Call } from './call.ts'
import { collapseCycles } from './collapse-cycles.ts'
import { languageOf } from './languages/index.ts'
import { readCall } from './read-call.ts'

/** Nothing further out than this ever decides a group, and a stack may have ten thousand frames. */
const INNERMOST = 60

export interface Stack {
  platform: string
  /** Innermost first, recursion collapsed. */
  calls: Call[]
  /** Innermost first, every call with its repetitions. */
  raw: Call[]
  skipped: SkippedFrame[]
}

export function readStack(frames: Frame[], platform: string): Stack {
  const raw: Call[] = []
  const skipped: SkippedFrame[] = []
  const seen = new Map<string, Call>()
  for (let index = frames.length - 1; index >= 0 && frames.length - index <= INNERMOST; index--) {
    const frame = frames[index]
    if (!frame) continue
    const language = languageOf(frame.platform ?? platform)
    if (language.skipped?.functions.test((frame.function ?? '').slice(0, 200))) {
      skipped.push({ frame: index, why: language.skipped.why })
      continue
    }
    const place = `${frame.function} ${frame.abs_path ?? frame.filename} ${frame.module} ${frame.in_app}`
    const known = seen.get(place)
    const call = known ? { ...known, index, frame } : readCall(frame, index, language)
    if (!known) seen.set(place, call)
    raw.push(call)
  }
  return { platform, calls: collapseCycles(trustOutside(raw)), raw, skipped }
}

/** When the SDK calls every frame foreign, it was not told what the application is: its word counts for nothing. */
function trustOutside(calls: Call[]): Call[] {
  if (calls.some((call) => call.origin === 'app')) return calls
  for (const call of calls) if (call.origin === 'outside') call.origin = 'app'
  return calls
}
