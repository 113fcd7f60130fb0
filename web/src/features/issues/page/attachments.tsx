import { Download } from 'lucide-react'
import type { EventDetail } from '../../../lib/api.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import classes from './attachments.module.css'
import { Section } from './section.tsx'

type Attachment = EventDetail['attachments'][number]

const kinds = new Map([
  ['event.attachment', 'File'],
  ['event.minidump', 'Minidump'],
  ['event.applecrashreport', 'Apple crash report'],
  ['event.view_hierarchy', 'View hierarchy'],
  ['unreal.context', 'Unreal context'],
  ['unreal.logs', 'Unreal log'],
])

/** The files that came with an event. They are downloaded, never shown: who sent them is not known. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  if (attachments.length === 0) return null
  return (
    <Section title="Attachments" note={attachments.length === 1 ? '1 file' : `${attachments.length} files`}>
      <ul className={classes.files}>
        {attachments.map((file) => (
          <li key={file.id}>
            <span className={classes.name}>{file.name}</span>
            <span className={classes.facts}>
              {kinds.get(file.kind) ?? file.kind} · {formatBytes(file.bytes)}
            </span>
            <a
              href={file.href}
              download={file.name}
              className={classes.download}
              aria-label={`Download ${file.name}`}
            >
              <Download size={14} aria-hidden /> Download
            </a>
          </li>
        ))}
      </ul>
      <p className={classes.warning}>Whoever has the DSN can send files. Open them with care.</p>
    </Section>
  )
}
