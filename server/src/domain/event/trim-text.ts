import type { Note } from './meta.ts'
import { cutText } from './read-json.ts'

const mark = '...'

/** Replaces the middle of a text that is too long: its beginning says what it is, and its end often why. */
export function trimText(text: string, longest: number, path: string[], notes: Note[]): string {
  if (text.length <= longest) return text
  const tailLength = Math.floor(longest / 4)
  const head = cutText(text, longest - mark.length - tailLength)
  const to = head.length + mark.length
  notes.push({ path, remark: { len: text.length, rem: [['!limit', 's', head.length, to]] } })
  return head + mark + endOf(text, tailLength)
}

function endOf(text: string, length: number): string {
  const first = text.charCodeAt(text.length - length)
  const isHalf = first >= 0xdc_00 && first <= 0xdf_ff
  return text.slice(text.length - length + (isHalf ? 1 : 0))
}
