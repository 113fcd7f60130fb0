import { EventText } from '../../../ui/event-text.tsx'
import classes from './key-values.module.css'
import { Section } from './section.tsx'

interface KeyValuesProps {
  title: string
  values: object | undefined
  isFolded?: boolean
}

/** Named values as a table. What is missing is left out, and so is an empty table. */
export function KeyValues({ title, values, isFolded = false }: KeyValuesProps) {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (entries.length === 0) return null
  return (
    <Section title={title} isFolded={isFolded}>
      <KeyValueTable entries={entries} />
    </Section>
  )
}

export function KeyValueTable({ entries }: { entries: [string, unknown][] }) {
  return (
    <dl className={classes.keyValues}>
      {entries.map(([key, value], index) => (
        // Headers may come twice: the place is part of the identity.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${key}-${index}`}>
          <dt>{key}</dt>
          <dd>
            <code>
              <EventText text={textOf(value)} />
            </code>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const lineLength = 80

/** On one line where it fits. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const line = JSON.stringify(value) ?? String(value)
  return line.length <= lineLength ? line : JSON.stringify(value, null, 2)
}
