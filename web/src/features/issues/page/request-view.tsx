import type { ReactNode } from 'react'
import type { Event } from '../../../lib/api.ts'
import { EventText } from '../../../ui/event-text.tsx'
import { KeyValueTable } from './key-values.tsx'
import classes from './request-view.module.css'
import { Section } from './section.tsx'

type Request = NonNullable<Event['request']>

/** The request during which it happened. */
export function RequestView({ request }: { request: Request }) {
  const { method = 'GET', url = '', data } = request
  return (
    <Section title="Request" note={`${method} ${pathOf(url)}`}>
      <p className={classes.line}>
        <strong>{method}</strong>{' '}
        <code>
          <EventText text={url} />
        </code>
      </p>
      <Pairs title="Query" pairs={request.query_string} />
      <Pairs title="Headers" pairs={request.headers} />
      <Pairs title="Cookies" pairs={request.cookies} />
      <Pairs title="Environment" pairs={request.env && Object.entries(request.env)} />
      {data !== undefined && (
        <Part title="Body">
          <pre>{typeof data === 'string' ? data : JSON.stringify(data, null, 2)}</pre>
        </Part>
      )}
    </Section>
  )
}

function Pairs({ title, pairs = [] }: { title: string; pairs: [string, unknown][] | undefined }) {
  if (pairs.length === 0) return null
  return (
    <Part title={title}>
      <KeyValueTable entries={pairs} />
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3>{title}</h3>
      {children}
    </div>
  )
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url
}
