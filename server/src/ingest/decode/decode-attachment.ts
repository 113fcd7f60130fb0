import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { cleanText } from '../../domain/event/clean-text.ts'
import { asName } from '../../domain/event/read-json.ts'
import { createScrubber } from '../../domain/scrub/index.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'

const longestName = 255
const longestType = 100

/** A file beside an event, which may have come before, may come later, or never. */
export function decodeAttachment({ headers, payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  const { arrival, eventId, limits, settings } = context
  if (payload.length > limits.attachmentBytes) {
    throw new Refusal(413, `The attachment is larger than ${limits.attachmentBytes} bytes.`)
  }
  if (eventId === undefined) return { outcomes: [outcomeOf(arrival, 'not_kept', 'attachment', 'no_event')] }
  const name = readHeader(headers['filename'], longestName) ?? 'attachment'
  const contentType = readHeader(headers['content_type'], longestType) ?? 'application/octet-stream'
  const kind = readHeader(headers['attachment_type'], longestType) ?? 'event.attachment'
  const scrubber = createScrubber(settings.scrubbing)
  return {
    attachments: [
      {
        projectId: arrival.projectId,
        eventId: Buffer.from(eventId, 'hex'),
        name: scrubber.text(name, 'filename'),
        contentType: scrubber.text(contentType, 'content_type'),
        kind: scrubber.text(kind, 'attachment_type'),
        receivedAtMs: arrival.receivedAtMs,
        content: scrubber.file({ name, contentType, content: payload }),
        removed: scrubber.removed(),
      },
    ],
  }
}

function readHeader(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' ? asName(cleanText(value), longest) : undefined
}
