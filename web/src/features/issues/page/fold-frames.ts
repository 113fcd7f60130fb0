import type { Cut } from './cut-frames.ts'
import type { Frame } from './frame.ts'

/** A call, and how many times it stands there in a row: recursion is told in one line. */
export interface Call {
  frame: Frame
  index: number
  times: number
}

/**
 * What a trace shows in one place: a call, a run of library calls or the rest of a long run behind one line, or the
 * place where frames were cut out.
 */
export type Row =
  | ({ kind: 'frame' } & Call)
  | { kind: 'run'; calls: Call[] }
  | { kind: 'more'; calls: Call[] }
  | { kind: 'cut'; count: number }

interface Folding {
  isAll: boolean
  isNewestFirst: boolean
  cut?: Cut | undefined
}

/** Longer runs of calls are folded to so many, those nearest to where it broke. */
const longestRun = 20

/** Folds runs of library frames, unless all are wanted or none is the application's, and long runs of others. */
export function foldFrames(frames: Frame[], { isAll, isNewestFirst, cut }: Folding): Row[] {
  const parts = cut === undefined ? [frames] : [frames.slice(0, cut.at), frames.slice(cut.at)]
  const hasRuns = !isAll && frames.some((frame) => frame.in_app)
  const folded = parts.map((part, index) => {
    const calls = foldEqual(part, index === 0 ? 0 : (cut?.at ?? 0))
    const rows = foldLibraries(isNewestFirst ? calls.toReversed() : calls, hasRuns)
    return isAll ? rows : foldLong(rows, isNewestFirst)
  })
  const [oldest = [], newest = []] = folded
  if (cut === undefined) return oldest
  const mark: Row = { kind: 'cut', count: cut.count }
  return isNewestFirst ? [...newest, mark, ...oldest] : [...oldest, mark, ...newest]
}

function foldLibraries(calls: Call[], hasRuns: boolean): Row[] {
  const rows: Row[] = []
  for (const call of calls) {
    const last = rows.at(-1)
    if (!hasRuns || call.frame.in_app) rows.push({ kind: 'frame', ...call })
    else if (last?.kind === 'run') last.calls.push(call)
    else rows.push({ kind: 'run', calls: [call] })
  }
  return rows
}

function foldLong(rows: Row[], isNewestFirst: boolean): Row[] {
  const newestFirst = isNewestFirst ? rows : rows.toReversed()
  const folded: Row[] = []
  let length = 0
  for (const row of newestFirst) {
    const last = folded.at(-1)
    length = row.kind === 'frame' ? length + 1 : 0
    if (row.kind !== 'frame' || length <= longestRun) folded.push(row)
    else if (last?.kind === 'more') last.calls.push(row)
    else folded.push({ kind: 'more', calls: [row] })
  }
  if (isNewestFirst) return folded
  for (const row of folded) if (row.kind === 'more') row.calls.reverse()
  return folded.toReversed()
}

function foldEqual(frames: Frame[], offset: number): Call[] {
  const calls: Call[] = []
  for (const [place, frame] of frames.entries()) {
    const index = place + offset
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
