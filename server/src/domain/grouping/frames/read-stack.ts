import type { Frame } from '../../event/event.ts'
import type { SkippedFrame } from '../grouping.ts'
import type { Call } from './call.ts'
import { collapseCycles } from './collapse-cycles.ts'
import { isDeferredRecover } from './deferred-recover.ts'
import { languageOf } from './languages/index.ts'
import { functionName, moduleName } from './module-name.ts'
import { readOrigin, saidInApp } from './origin.ts'

/** Nothing further out than this ever decides a group, and a stack may have ten thousand frames. */
export const INNERMOST = 60

export interface Stack {
  /** Innermost first, recursion collapsed. */
  calls: Call[]
  /** Innermost first, every call with its repetitions. */
  raw: Call[]
  skipped: SkippedFrame[]
}

export function readStack(frames: Frame[], platform: string, isFatal = false): Stack {
  const skipped: SkippedFrame[] = []
  const raw: Call[] = []
  const known = new Map<string, Call>()
  const isRecovered = isFatal && platform === 'go' && isDeferredRecover(frames)
  const end = isRecovered ? frames.length - 1 : raisedAt(frames, platform)
  for (let index = frames.length - 1; index >= 0 && frames.length - index <= INNERMOST; index--) {
    const frame = frames[index]
    if (!frame) continue
    const why = index >= end ? AFTERWARDS : whySkipped(frame, frames[index - 1], platform)
    if (why === undefined) raw.push(readCall(frame, index, platform, known))
    else skipped.push({ frame: index, why })
  }
  trustOutside(raw)
  nameCalls(raw, platform)
  return { calls: collapseCycles(raw), raw, skipped }
}

const AFTERWARDS = 'what ran after the error was raised, to handle or report it'

/** Where a stack that was read while the error was handled gets to the error itself. */
function raisedAt(frames: Frame[], platform: string): number {
  const { raises } = languageOf(platform)
  if (!raises) return frames.length
  const from = Math.max(1, frames.length - INNERMOST)
  for (let index = frames.length - 1; index >= from; index--) {
    if (raises.test(frames[index]?.function?.slice(0, 200) ?? '')) return index
  }
  return frames.length
}

function whySkipped(frame: Frame, caller: Frame | undefined, platform: string): string | undefined {
  const { skipped, builtInsAtCaller } = languageOf(frame.platform ?? platform)
  if (skipped?.functions.test((frame.function ?? '').slice(0, 200))) return skipped.why
  return builtInsAtCaller && isSameLine(frame, caller)
    ? 'a built-in function, which bears the line of its caller'
    : undefined
}

function isSameLine(frame: Frame, caller: Frame | undefined): boolean {
  const path = frame.abs_path ?? frame.filename
  return (
    path !== undefined &&
    frame.lineno !== undefined &&
    path === (caller?.abs_path ?? caller?.filename) &&
    frame.lineno === caller?.lineno &&
    frame.function !== caller?.function
  )
}

/** A recursive stack is one frame many times over: each place is read once. */
function readCall(frame: Frame, index: number, platform: string, known: Map<string, Call>): Call {
  const line = frame.function ? '' : frame.lineno
  const written = `${frame.function} ${line} ${frame.abs_path ?? frame.filename} ${frame.module}`
  const key = `${written} ${saidInApp(frame)}`
  const same = known.get(key)
  if (same) return { ...same, index, frame }
  const origin = readOrigin(frame, languageOf(frame.platform ?? platform))
  const call = { index, frame, place: `${written} ${origin}`, origin, name: '', module: '' }
  known.set(key, call)
  return call
}

/** When the SDK calls every frame foreign, it was not told what the application is: its word counts for nothing. */
function trustOutside(calls: Call[]): void {
  if (calls.some((call) => call.origin === 'app')) return
  for (const call of calls) if (call.origin === 'outside') call.origin = 'app'
}

/** Only our own frames are ever named in a key, and most frames of a stack are not. */
function nameCalls(calls: Call[], platform: string): void {
  const named = new Map<string, Call>()
  for (const call of calls) {
    if (call.origin !== 'app') continue
    const language = languageOf(call.frame.platform ?? platform)
    const same = named.get(call.place)
    call.name = same ? same.name : functionName(call.frame, language)
    call.module = same ? same.module : moduleName(call.frame, language)
    if (!same) named.set(call.place, call)
  }
}
