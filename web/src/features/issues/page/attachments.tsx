import type { EventDetail } from '../../../lib/api.ts'
import { FileList } from '../../../ui/file-list.tsx'
import { Section } from './section.tsx'

/** The files that came with an event. */
export function Attachments({ attachments }: { attachments: EventDetail['attachments'] }) {
  if (attachments.length === 0) return null
  return (
    <Section title="Attachments" note={attachments.length === 1 ? '1 file' : `${attachments.length} files`}>
      <FileList files={attachments} />
    </Section>
  )
}
