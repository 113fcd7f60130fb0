import type { Event } from '../../../lib/api.ts'
import classes from './event-view.module.css'
import { BreadcrumbList } from './breadcrumb-list.tsx'
import { ExceptionChain } from './exception-chain.tsx'
import { KeyValues } from './key-values.tsx'
import { RequestView } from './request-view.tsx'
import { Section } from './section.tsx'

/** Everything that one event tells, the most telling first. */
export function EventView({ event, title }: { event: Event; title: string }) {
  const stacks = event.threads?.values.filter((thread) => thread.stacktrace !== undefined) ?? []
  return (
    <>
      {event.logentry !== undefined && (
        <Section title="Message">
          <p className={classes.message}>{event.logentry.formatted}</p>
        </Section>
      )}
      {event.exception !== undefined && <ExceptionChain exceptions={event.exception.values} />}
      {event.exception === undefined && stacks.length > 0 && (
        <ExceptionChain
          exceptions={stacks.map(({ name, stacktrace }) => ({
            type: name ?? 'Thread',
            ...(stacktrace && { stacktrace }),
          }))}
        />
      )}
      {event.breadcrumbs !== undefined && <BreadcrumbList event={event} title={titleOf(event) ?? title} />}
      {event.request !== undefined && <RequestView request={event.request} />}
      <KeyValues title="User" values={event.user} />
      <KeyValues title="Tags" values={event.tags} />
      <KeyValues title="Event" values={aboutEvent(event)} />
      {Object.entries(event.contexts ?? {}).map(([name, context]) => (
        <KeyValues key={name} title={`Context: ${name}`} values={context} />
      ))}
      <KeyValues title="Additional data" values={event.extra} />
      <KeyValues title="Packages" values={event.modules} isFolded />
    </>
  )
}

/** What was captured; the issue's own title may come from a cause of it. */
function titleOf(event: Event): string | undefined {
  const captured = event.exception?.values.at(-1)
  return captured && [captured.type, captured.value].filter(Boolean).join(': ')
}

function aboutEvent(event: Event): Record<string, string | undefined> {
  return {
    id: event.event_id,
    occurred: event.timestamp,
    received: event.received,
    level: event.level,
    platform: event.platform,
    release: event.release,
    environment: event.environment,
    transaction: event.transaction,
    logger: event.logger,
    server: event.server_name,
    SDK: event.sdk && `${event.sdk.name} ${event.sdk.version}`,
  }
}
