import type { Note } from './meta.ts'
import { cutText } from './read-json.ts'

const mark = '...'
const shortMark = '…'

/** Replaces the middle of a text that is too long: its beginning says what it is, and its end often why. */
export function trimText(text: string, longest: number, path: string[], notes: Note[]): string {
  if (text.length <= longest) return text
  const tail = endOf(text, Math.floor(longest / 4))
  const head = cutText(text, Math.max(longest - mark.length - tail.length, 0))
  const [from, to] = [head.length, head.length + mark.length]
  notes.push({
    path,
    remark: { len: text.length, rem: [['!limit', 's', from, to]] },
    cut: { from, to, until: text.length - tail.length },
  })
  return head + mark + tail
}

/** Cuts off the end of what a person reads, and shows it. */
export function trimEnd(text: string, longest: number, path: string[], notes: Note[]): string {
  if (text.length <= longest) return text
  const head = cutText(text, longest - shortMark.length).trimEnd()
  const [from, to] = [head.length, head.length + shortMark.length]
  notes.push({
    path,
    remark: { len: text.length, rem: [['!limit', 's', from, to]] },
    cut: { from, to, until: text.length },
  })
  return head + shortMark
}

/** Keeps the head of what others are compared with: a mark in it would make it the name of nothing. */
export function trimName(text: string, longest: number, path: string[], notes: Note[]): string {
  if (text.length <= longest) return text
  const head = cutText(text, longest).trimEnd()
  const end = head.length
  notes.push({
    path,
    remark: { len: text.length, rem: [['!limit', 'x', end, end]] },
    cut: { from: end, to: end, until: text.length },
  })
  return head
}

function endOf(text: string, length: number): string {
  const first = text.charCodeAt(text.length - length)
  const isHalf = first >= 0xdc_00 && first <= 0xdf_ff
  return text.slice(text.length - length + (isHalf ? 1 : 0))
}
