import classes from './issue-page.module.css'
import { Section } from './section.tsx'

/** Named values as a table. What is missing is left out, and so is an empty table. */
export function KeyValues({
  title,
  values,
  isFolded = false,
}: {
  title: string
  values: object | undefined
  isFolded?: boolean
}) {
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
            <code>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
