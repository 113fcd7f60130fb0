import type { AttachmentRecord } from '../../store/attachments.ts'
import type { Decoded } from '../decode/decoded.ts'

export type Parts = [Decoded, ...Decoded[]]

/** Of files in one transaction: a larger file is one alone. */
const partBytes = 4 * 1024 * 1024

/**
 * What is recorded one after the other, so that nothing waits for all of it: files first, then the last of them with
 * all the rest, and only with that comes the answer. When it ends between, the client sends it again, and files are
 * known again.
 */
export function inParts(decoded: Decoded): Parts {
  const slices = sliced(decoded.attachments)
  const rest: Decoded = { ...decoded, attachments: slices.at(-1) ?? [] }
  const before = slices.slice(0, -1).map((attachments) => filesAlone(decoded, attachments))
  const [first, ...others] = before
  return first === undefined ? [rest] : [first, ...others, rest]
}

export function bytesOf({ attachments }: Decoded): number {
  return attachments.reduce((sum, { content }) => sum + content.length, 0)
}

function filesAlone({ source, answer }: Decoded, attachments: AttachmentRecord[]): Decoded {
  return {
    source,
    events: [],
    attachments,
    feedback: [],
    sessions: [],
    outcomes: [],
    refusals: [],
    failures: [],
    answer,
  }
}

function sliced(attachments: AttachmentRecord[]): AttachmentRecord[][] {
  const slices: AttachmentRecord[][] = []
  let bytes = partBytes
  for (const attachment of attachments) {
    const { length } = attachment.content
    if (bytes + length > partBytes) {
      slices.push([])
      bytes = 0
    }
    slices.at(-1)?.push(attachment)
    bytes += length
  }
  return slices
}
