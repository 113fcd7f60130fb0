import type { Event } from '../../../lib/api.ts'
import { BreadcrumbList } from './breadcrumb-list.tsx'
import { ExceptionChain } from './exception-chain.tsx'
import { KeyValues } from './key-values.tsx'
import { RequestView } from './request-view.tsx'
import { Section } from './section.tsx'

/** Everything that one event tells, the most telling first. */
export function EventView({ event }: { event: Event }) {
  const stacks = event.threads?.values.filter((thread) => thread.stacktrace !== undefined) ?? []
  return (
    <>
      {event.logentry !== undefined && (
        <Section title="Message">
          <pre>{event.logentry.formatted}</pre>
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
      {event.breadcrumbs !== undefined && (
        <BreadcrumbList breadcrumbs={event.breadcrumbs.values} occurredAt={event.timestamp} />
      )}
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
