import type { AttachmentFile } from '../../store/attachments.ts'
import { Refusal } from '../refusals/refusal.ts'

const mostTogether = 30
const mostBytesTogether = 100 * 1024 * 1024

/** Throws a `Refusal` for a file too many beside those of its envelope that are kept. */
export function boundAttachments(kept: AttachmentFile[], own: AttachmentFile[] = []): void {
  const all = [...kept, ...own]
  if (own.length === 0) return
  if (all.length > mostTogether) throw new Refusal(413, `There are more than ${mostTogether} attachments.`)
  if (all.reduce((sum, { content }) => sum + content.length, 0) > mostBytesTogether)
    throw new Refusal(413, `The attachments are larger than ${mostBytesTogether} bytes together.`)
}
