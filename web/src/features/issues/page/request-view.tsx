import type { Event } from '../../../lib/api.ts'
import { KeyValueTable } from './key-values.tsx'
import classes from './issue-page.module.css'
import { Section } from './section.tsx'

type Request = NonNullable<Event['request']>

/** The request during which it happened. */
export function RequestView({ request }: { request: Request }) {
  const parts: [string, [string, unknown][] | undefined][] = [
    ['Query', request.query_string],
    ['Headers', request.headers],
    ['Cookies', request.cookies],
    ['Environment', request.env && Object.entries(request.env)],
  ]
  return (
    <Section title="Request">
      <p className={classes.requestLine}>
        <strong>{request.method ?? 'GET'}</strong> <code>{request.url ?? ''}</code>
      </p>
      {parts.map(([name, entries]) =>
        entries === undefined || entries.length === 0 ? null : (
          <div key={name}>
            <h3>{name}</h3>
            <KeyValueTable entries={entries} />
          </div>
        ),
      )}
      {request.data !== undefined && (
        <>
          <h3>Body</h3>
          <pre>{typeof request.data === 'string' ? request.data : JSON.stringify(request.data, null, 2)}</pre>
        </>
      )}
    </Section>
  )
}
