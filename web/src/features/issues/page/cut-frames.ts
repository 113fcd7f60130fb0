import type { Frame } from './frame.ts'
import { notesOf, type Json } from './notes/read-notes.ts'

/** A gap in a stack: before the frame at this place, so many are missing. */
export interface Cut {
  at: number
  count: number
}

/** As the server trims: of longer stacks it keeps so many frames, the oldest 50 among them. */
const kept = 250
const atHead = 50

/** undefined: nothing was cut, or somebody else cut it, and it is not known where. */
export function cutOf(frames: Frame[], meta: Json | undefined): Cut | undefined {
  const from = notesOf(meta)?.cut?.from
  if (from === undefined || from <= frames.length || frames.length !== kept) return undefined
  return { at: atHead, count: from - kept }
}
