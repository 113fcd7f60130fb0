import type { Event, EventDetail } from '../../../lib/api.ts'
import { aboutEvent } from './about-event.ts'
import { Attachments } from './attachments.tsx'
import { BreadcrumbList } from './breadcrumb-list.tsx'
import { ContextSections } from './context-sections.tsx'
import { EventStacks } from './event-stacks.tsx'
import classes from './event-view.module.css'
import { KeyValues, KeyValueTable } from './key-values.tsx'
import { NoteSummary } from './notes/note-summary.tsx'
import { FoldedText } from './notes/folded-text.tsx'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, notesOf, type Json } from './notes/read-notes.ts'
import { RequestView } from './request-view.tsx'
import { Section } from './section.tsx'
import { SecuritySection } from './security-section.tsx'
import { UserFeedback } from './user-feedback.tsx'

interface EventViewProps {
  event: Event
  detail: EventDetail
  /** Of the issue. */
  title: string
  projectSlug: string
}

/** Everything that one event tells, the most telling first. */
export function EventView({ event, detail, title, projectSlug }: EventViewProps) {
  const { attachments, feedback } = detail
  const meta = (part: keyof Event): Json | undefined => metaAt(event._meta, part)
  const isShown = (part: keyof Event): boolean =>
    event[part] !== undefined || notesOf(meta(part)) !== undefined
  return (
    <>
      <NoteSummary meta={event._meta} projectSlug={projectSlug} />
      {isShown('logentry') && <Message entry={event.logentry} meta={meta('logentry')} />}
      <SecuritySection event={event} />
      <EventStacks event={event} />
      <UserFeedback issueId={detail.issueId} eventId={event.event_id} own={feedback} />
      {isShown('breadcrumbs') && <BreadcrumbList event={event} title={titleOf(event) ?? title} />}
      {isShown('request') && <RequestView request={event.request} meta={meta('request')} />}
      <Attachments attachments={attachments} />
      <KeyValues title="User" values={event.user} meta={meta('user')} />
      <KeyValues title="Tags" values={event.tags} meta={meta('tags')} />
      <Section title="Event">
        <KeyValueTable entries={aboutEvent(event)} />
      </Section>
      <ContextSections contexts={event.contexts} meta={meta('contexts')} />
      <KeyValues title="Additional data" values={event.extra} meta={meta('extra')} />
      <KeyValues title="Packages" values={event.modules} meta={meta('modules')} isFolded />
    </>
  )
}

function Message({ entry, meta }: { entry: Event['logentry']; meta: Json | undefined }) {
  return (
    <Section title="Message">
      <PartNotes meta={meta} />
      {entry !== undefined && (
        <p className={classes.message}>
          <FoldedText text={entry.formatted} meta={metaAt(meta, 'formatted')} />
        </p>
      )}
    </Section>
  )
}

/** What was captured; the issue's own title may come from a cause of it. */
function titleOf(event: Event): string | undefined {
  const captured = event.exception?.values.at(-1)
  return captured && [captured.type, captured.value].filter(Boolean).join(': ')
}
