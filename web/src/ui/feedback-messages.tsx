import type { ReactNode } from 'react'
import type { Feedback } from '../lib/api.ts'
import { EventText } from './event-text.tsx'
import classes from './feedback-messages.module.css'
import { FileList } from './file-list.tsx'
import { RemovedNote } from './removed-note.tsx'
import { Time } from './time.tsx'

interface FeedbackMessagesProps<Item extends Feedback> {
  items: Item[]
  /** Leads to what it is about. */
  linkOf?: (item: Item) => ReactNode
}

/** What people wrote, who they say they are, and the files they sent. All of it is only ever text. */
export function FeedbackMessages<Item extends Feedback>({ items, linkOf }: FeedbackMessagesProps<Item>) {
  return (
    <ul className={classes.messages}>
      {items.map((item) => (
        <li key={item.id}>
          <blockquote>{item.message}</blockquote>
          <p className={classes.who}>
            <strong>{item.name ?? 'Somebody'}</strong>
            {item.email !== null && <Address email={item.email} />}
            <Time iso={item.at} />
            {item.url !== null && item.url !== '' && (
              <span>
                on <EventText text={item.url} />
              </span>
            )}
            {linkOf?.(item)}
            <RemovedNote removed={item.removed} />
          </p>
          {item.attachments.length > 0 && (
            <div className={classes.files}>
              <FileList files={item.attachments} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A link only where it can be nothing but an address: `mailto:` takes headers, too. */
function Address({ email }: { email: string }) {
  if (!/^[\w.+-]+@[\w.-]+$/.test(email)) return <span>{email}</span>
  return <a href={`mailto:${email}`}>{email}</a>
}
