import { Fragment, type ReactNode } from 'react'
import { EventText } from '../../../../ui/event-text.tsx'
import { FoldedText } from './folded-text.tsx'
import { OwnNotes } from './own-notes.tsx'
import { NotedText } from './noted-text.tsx'
import { listNotes, lostKeys, metaAt, type Json } from './read-notes.ts'

interface NotedValueProps {
  value: unknown
  meta: Json | undefined
}

/** Any value out of an event as text, with its notes where they belong, also deep inside. */
export function NotedValue({ value, meta }: NotedValueProps) {
  if (value === undefined) return <OwnNotes meta={meta} />
  if (typeof value === 'string') return <FoldedText text={value} meta={meta} />
  if (listNotes(meta).length === 0) return <EventText text={plainText(value)} />
  return <NotedJson value={value} meta={meta} indent="" />
}

const lineLength = 80

/** On one line where it fits. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  const line = JSON.stringify(value) ?? String(value)
  return line.length <= lineLength ? line : JSON.stringify(value, null, 2)
}

/** As `JSON.stringify` writes it, over as many lines as it needs. */
function NotedJson({ value, meta, indent }: NotedValueProps & { indent: string }): ReactNode {
  if (value === undefined) return <OwnNotes meta={meta} />
  if (typeof value === 'string') {
    return (
      <>
        &quot;
        <NotedText text={value} meta={meta} write={escapeQuoted} />
        &quot;
      </>
    )
  }
  if (typeof value !== 'object' || value === null) {
    return (
      <>
        {JSON.stringify(value)}
        <OwnNotes meta={meta} />
      </>
    )
  }
  const isList = Array.isArray(value)
  const deeper = `${indent}  `
  const members: [string, unknown][] = Object.entries(value)
  for (const key of lostKeys(value, meta)) members.push([key, undefined])
  return (
    <>
      {isList ? '[' : '{'}
      {members.map(([key, member], index) => (
        <Fragment key={key}>
          {`${index > 0 ? ',' : ''}\n${deeper}`}
          {!isList && `${JSON.stringify(key)}: `}
          <NotedJson value={member} meta={metaAt(meta, key)} indent={deeper} />
        </Fragment>
      ))}
      {members.length > 0 && `\n${indent}`}
      {isList ? ']' : '}'}
      <OwnNotes meta={meta} kept={Object.keys(value).length} />
    </>
  )
}

function escapeQuoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
