import { Download } from 'lucide-react'
import type { EventDetail } from '../lib/api.ts'
import { formatBytes } from '../lib/format-bytes.ts'
import classes from './file-list.module.css'
import { RemovedNote } from './removed-note.tsx'

type Attachment = EventDetail['attachments'][number]

const kinds = new Map([
  ['event.attachment', 'File'],
  ['event.minidump', 'Minidump'],
  ['event.applecrashreport', 'Apple crash report'],
  ['event.view_hierarchy', 'View hierarchy'],
  ['unreal.context', 'Unreal context'],
  ['unreal.logs', 'Unreal log'],
])

/** Files from outside. They are downloaded, never shown: who sent them is not known. */
export function FileList({ files }: { files: Attachment[] }) {
  return (
    <>
      <ul className={classes.files}>
        {files.map((file) => (
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
            <RemovedNote removed={file.removed} className={classes.removed} />
          </li>
        ))}
      </ul>
      <p className={classes.warning}>Whoever has the DSN can send files. Open them with care.</p>
    </>
  )
}
