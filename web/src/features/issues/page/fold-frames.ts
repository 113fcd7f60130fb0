import type { Event } from '../../../lib/api.ts'

export type Frame = NonNullable<
  NonNullable<Event['exception']>['values'][number]['stacktrace']
>['frames'][number]

/** A call, and how many times it stands there in a row: recursion is told in one line. */
export interface Call {
  frame: Frame
  index: number
  times: number
}

/** What a trace shows in one place: a call, or a run of library calls behind one line. */
export type Row = ({ kind: 'frame' } & Call) | { kind: 'run'; calls: Call[] }

/** Folds runs of library frames, unless all are wanted or none is the application's. */
export function foldFrames(frames: Frame[], isAll: boolean, isNewestFirst: boolean): Row[] {
  const calls = foldEqual(frames)
  const ordered = isNewestFirst ? calls.toReversed() : calls
  if (isAll || !frames.some((frame) => frame.in_app))
    return ordered.map((call) => ({ kind: 'frame', ...call }))
  const rows: Row[] = []
  for (const call of ordered) {
    const last = rows.at(-1)
    if (call.frame.in_app) rows.push({ kind: 'frame', ...call })
    else if (last?.kind === 'run') last.calls.push(call)
    else rows.push({ kind: 'run', calls: [call] })
  }
  return rows
}

function foldEqual(frames: Frame[]): Call[] {
  const calls: Call[] = []
  for (const [index, frame] of frames.entries()) {
    const last = calls.at(-1)
    if (last !== undefined && placeOf(last.frame) === placeOf(frame)) {
      calls.splice(-1, 1, { frame, index, times: last.times + 1 })
    } else calls.push({ frame, index, times: 1 })
  }
  return calls
}

function placeOf(frame: Frame): string {
  return [frame.abs_path, frame.filename, frame.function, frame.lineno, frame.colno].join('\n')
}

/** The frame to show open: where it broke in the application, else where it broke. */
export function frameToOpen(frames: Frame[]): number {
  const inApp = frames.findLastIndex((frame) => frame.in_app)
  return inApp === -1 ? frames.length - 1 : inApp
}
