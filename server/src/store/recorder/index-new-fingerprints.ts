import type { Event } from '../../domain/event/event.ts'
import { headingTermsOf, searchTermsOf } from '../../domain/search/search-terms.ts'
import type { Dialect, Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

/** Of more new fingerprints in a batch the headings must do at first: the writer may not be held up for long. */
const mostInFull = 10

interface MaybeNew {
  fingerprint: { number: number }
  isNew: boolean
  records: EventRecord[]
}

/** Lets new fingerprints be found at once, by the words of their first events; those of later events follow. */
export async function indexNewFingerprints(
  tx: Tx,
  dialect: Dialect,
  projectId: number,
  bound: MaybeNew[],
): Promise<void> {
  const fresh = bound.filter(({ isNew }) => isNew)
  for (const [at, { fingerprint, isNew, records }] of fresh.entries()) {
    const [first] = records
    if (first === undefined) continue
    const words = [
      ...(at < mostInFull ? searchTermsOf(JSON.parse(first.json) as Event, first) : headingTermsOf(first)),
    ]
    if (words.length === 0) continue
    await dialect.search.saveDocument(tx, { projectId, fingerprintNumber: fingerprint.number, words, isNew })
  }
}
