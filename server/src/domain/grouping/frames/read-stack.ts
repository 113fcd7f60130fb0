import type { Frame } from '../../event/event.ts'
import { rememberRecurring } from '../../event/recurring.ts'
import type { SkippedFrame } from '../grouping.ts'
import type { Call } from './call.ts'
import { collapseCycles } from './collapse-cycles.ts'
import { isDeferredRecover } from './deferred-recover.ts'
import { languageOf } from './languages/index.ts'
import { readFrame } from './known-frames.ts'

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
  return isFatal ? readFatal(frames, platform) : readUsual(frames, platform)
}

const readUsual = rememberRecurring((frames: Frame[], platform: string) => readCalls(frames, platform, false))
const readFatal = rememberRecurring((frames: Frame[], platform: string) => readCalls(frames, platform, true))

function readCalls(frames: Frame[], platform: string, isFatal: boolean): Stack {
  const skipped: SkippedFrame[] = []
  const raw: Call[] = []
  const isRecovered = isFatal && platform === 'go' && isDeferredRecover(frames)
  const end = isRecovered ? frames.length - 1 : raisedAt(frames, platform)
  for (let index = frames.length - 1; index >= 0 && frames.length - index <= INNERMOST; index--) {
    const frame = frames[index]
    if (!frame) continue
    const why = index >= end ? AFTERWARDS : whySkipped(frame, frames[index - 1], platform)
    if (why === undefined) raw.push(readCall(frame, index, platform))
    else skipped.push({ frame: index, why })
  }
  trustOutside(raw)
  for (const call of raw) if (call.origin === 'outside') call.name = call.module = ''
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

function readCall(frame: Frame, index: number, platform: string): Call {
  const line = frame.function ? '' : frame.lineno
  const read = readFrame(frame, platform)
  const place = `${frame.function} ${line} ${frame.abs_path ?? frame.filename} ${frame.module} ${read.origin}`
  return { index, frame, place, ...read }
}

/** When the SDK calls every frame foreign, it was not told what the application is: its word counts for nothing. */
function trustOutside(calls: Call[]): void {
  if (calls.some((call) => call.origin === 'app')) return
  for (const call of calls) if (call.origin === 'outside') call.origin = 'app'
}
