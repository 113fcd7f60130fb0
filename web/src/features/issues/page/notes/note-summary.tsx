import { Link } from '@tanstack/react-router'
import { sayCut, sayDamage, whyRemoved } from './note-words.ts'
import classes from './notes.module.css'
import { listNotes, type Json, type Notes } from './read-notes.ts'

/** One line that says what is not as it was sent; opened, it tells for each value why. */
export function NoteSummary({ meta, projectSlug }: { meta: Json | undefined; projectSlug: string }) {
  const all = listNotes(meta)
  if (all.length === 0) return null
  const redacted = all.filter(({ notes }) => notes.removals.length > 0).length
  return (
    <details className={classes.summary}>
      <summary>
        <strong>{sumUp(all.map(({ notes }) => notes))}</strong> <span>· what and why</span>
      </summary>
      {redacted > 0 && (
        <p>
          Secrets and personal data are taken out before an event is stored: nobody can bring them back. What
          is looked for stands in the{' '}
          <Link to="/projects/$slug/settings" params={{ slug: projectSlug }} hash="scrubbing">
            settings of the project
          </Link>
          .
        </p>
      )}
      <dl className={classes.list}>
        {all.map(({ path, notes }) => (
          <div key={path.join('\n')}>
            <dt>
              <code>{path.join('.') || 'event'}</code>
            </dt>
            <dd>{explain(notes)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** "3 values redacted, 1 cut". */
function sumUp(notes: Notes[]): string {
  const redacted = notes.filter(({ removals }) => removals.length > 0).length
  const cut = notes.filter((one) => one.cut !== undefined).length
  const damaged = notes.filter((one) => one.damage !== undefined).length
  const parts = [
    redacted > 0 && `${redacted} redacted`,
    cut > 0 && `${cut} cut`,
    damaged > 0 && `${damaged} damaged`,
  ].filter((part) => part !== false)
  return parts.join(', ').replace(/^(\d+)/, (count) => `${count} ${count === '1' ? 'value' : 'values'}`)
}

function explain({ removals, cut, damage }: Notes): string {
  const sentences = [
    removals.length > 0 && whyRemoved([...new Set(removals.map(({ rule }) => rule))]),
    cut && `${capital(sayCut(cut))}.`,
    damage && capital(sayDamage(damage)),
  ]
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
