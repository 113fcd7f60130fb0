import type { Event } from '../../../lib/api.ts'

export type Frame = NonNullable<
  NonNullable<Event['exception']>['values'][number]['stacktrace']
>['frames'][number]

/** What a trace shows in one place: a frame, or a run of library frames behind one line. */
export type Row =
  { kind: 'frame'; frame: Frame; index: number } | { kind: 'run'; rows: { frame: Frame; index: number }[] }

/** Folds runs of library frames, unless all are wanted or none is the application's. */
export function foldFrames(frames: Frame[], isAll: boolean, isNewestFirst: boolean): Row[] {
  const indexed = frames.map((frame, index) => ({ frame, index }))
  const ordered = isNewestFirst ? indexed.toReversed() : indexed
  if (isAll || !frames.some((frame) => frame.in_app)) return ordered.map((row) => ({ kind: 'frame', ...row }))
  const rows: Row[] = []
  for (const row of ordered) {
    const last = rows.at(-1)
    if (row.frame.in_app) rows.push({ kind: 'frame', ...row })
    else if (last?.kind === 'run') last.rows.push(row)
    else rows.push({ kind: 'run', rows: [row] })
  }
  return rows
}

/** The frame to show open: where it broke in the application, else where it broke. */
export function frameToOpen(frames: Frame[]): number {
  const inApp = frames.findLastIndex((frame) => frame.in_app)
  return inApp === -1 ? frames.length - 1 : inApp
}
