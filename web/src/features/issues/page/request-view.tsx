import type { ReactNode } from 'react'
import type { Event } from '../../../lib/api.ts'
import { entriesOf, entriesOfPairs, KeyValueTable, type Entry } from './key-values.tsx'
import { NotedText } from './notes/noted-text.tsx'
import { NotedValue } from './notes/noted-value.tsx'
import { OwnNotes, PartNotes } from './notes/own-notes.tsx'
import { metaAt, notesOf, type Json } from './notes/read-notes.ts'
import classes from './request-view.module.css'
import { Section } from './section.tsx'

type Request = NonNullable<Event['request']>

/** The request during which it happened. */
export function RequestView({
  request = {},
  meta,
}: {
  request?: Request | undefined
  meta: Json | undefined
}) {
  const { method, url = '', query_string: query = [], headers = [], cookies = [], env = {} } = request
  const part = (name: keyof Request): Json | undefined => metaAt(meta, name)
  return (
    <Section title="Request" note={[method, pathOf(url)].filter(Boolean).join(' ')}>
      <PartNotes meta={meta} />
      <p className={classes.line}>
        {method !== undefined && <strong>{method} </strong>}
        <OwnNotes meta={part('method')} />{' '}
        <code>
          <NotedText text={url} meta={part('url')} />
        </code>
      </p>
      <Table
        title="Query"
        entries={entriesOfPairs(query, part('query_string'))}
        meta={part('query_string')}
      />
      <Table title="Headers" entries={entriesOfPairs(headers, part('headers'))} meta={part('headers')} />
      <Table title="Cookies" entries={entriesOfPairs(cookies, part('cookies'))} meta={part('cookies')} />
      <Table title="Environment" entries={entriesOf(env, part('env'))} meta={part('env')} />
      {(request.data !== undefined || notesOf(part('data')) !== undefined) && (
        <Part title="Body">
          <pre>
            <Body data={request.data} meta={part('data')} />
          </pre>
        </Part>
      )}
    </Section>
  )
}

/** Always over several lines: it is read as a document. */
function Body({ data, meta }: { data: unknown; meta: Json | undefined }) {
  if (meta !== undefined || data === undefined) return <NotedValue value={data} meta={meta} />
  return typeof data === 'string' ? data : JSON.stringify(data, null, 2)
}

function Table({ title, entries, meta }: { title: string; entries: Entry[]; meta: Json | undefined }) {
  if (entries.length === 0 && notesOf(meta) === undefined) return null
  return (
    <Part title={title}>
      <PartNotes meta={meta} kept={entries.length} />
      <KeyValueTable entries={entries} />
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
