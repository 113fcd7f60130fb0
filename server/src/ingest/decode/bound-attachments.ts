import type { AttachmentFile } from '../../store/attachments.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { DecodeLimits } from './decoded.ts'

/** Throws a `Refusal` for a file too many beside those of its envelope that are kept. */
export function boundAttachments(
  kept: AttachmentFile[],
  own: AttachmentFile[],
  { attachments, attachmentsBytes }: DecodeLimits,
): void {
  if (own.length === 0) return
  const all = [...kept, ...own]
  if (all.length > attachments) throw new Refusal(413, `There are more than ${attachments} attachments.`)
  if (all.reduce((sum, { content }) => sum + content.length, 0) > attachmentsBytes)
    throw new Refusal(413, `The attachments are larger than ${attachmentsBytes} bytes together.`)
}
