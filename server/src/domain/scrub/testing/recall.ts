import { scrubEvent } from '../scrub-event.ts'
import { defaultScrubSettings } from '../settings.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { cleanTable } from './clean-table.ts'
import { secretTable } from './secret-table.ts'

export interface Recall {
  secrets: number
  /** Titles of those that are still there. */
  left: string[]
  clean: number
  /** Those that were changed. */
  falsePositives: string[]
}

/** Scrubs a table of secrets and a table of values that are none. */
export function measureRecall(times: number, cleanValues: number): Recall {
  const secrets = secretTable(times)
  const clean = cleanTable(cleanValues)
  const left = secrets.filter(({ event, secret }) =>
    JSON.stringify(scrubEvent(anEvent(event), defaultScrubSettings)).includes(secret),
  )
  const changed = clean.filter((value) => {
    const event = anEvent({
      exception: { values: [{ type: 'Error', value: `cannot handle ${value}` }] },
      extra: { detail: value },
      tags: { item: value },
    })
    return scrubEvent(event, defaultScrubSettings) !== event
  })
  return {
    secrets: secrets.length,
    left: left.map(({ title }) => title),
    clean: clean.length,
    falsePositives: changed,
  }
}
