import type { FingerprintRow } from '../fingerprint-row.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { findFingerprints, hashKey, type HashReference } from './find-fingerprints.ts'
import { groupBy } from './group-by.ts'

/** A hash that is to lead to a fingerprint from now on, as the record has it. */
export interface NewHash {
  fingerprintNumber: number
  record: EventRecord
}

export interface Followed {
  led: Map<EventRecord, FingerprintRow>
  /** Of events that an older version of the grouping has led here. */
  newHashes: NewHash[]
  /** Records that nothing leads anywhere, by hash, in the order of their arrival. */
  strangers: EventRecord[][]
}

/** Finds the fingerprints of records by their hashes. Older hashes are asked only when the newest is unknown. */
export async function followHashes(tx: Tx, projectId: number, records: EventRecord[]): Promise<Followed> {
  const known = await findFingerprints(tx, projectId, records.flatMap(newestOf))
  const missed = records.filter((record) => leadOf(record, known) === undefined)
  const newHashes = await followOlder(tx, projectId, missed, known)
  const led = new Map<EventRecord, FingerprintRow>()
  const unled: EventRecord[] = []
  for (const record of records) {
    const fingerprint = leadOf(record, known)
    if (fingerprint === undefined) unled.push(record)
    else led.set(record, fingerprint)
  }
  const strangers = [...groupBy(unled, ({ fingerprint }) => hashKey(fingerprint)).values()]
  return { led, newHashes, strangers }
}

function newestOf({ fingerprint }: EventRecord): HashReference[] {
  const { version, hash, unruledHash } = fingerprint
  return unruledHash === undefined
    ? [{ version, hash }]
    : [
        { version, hash },
        { version, hash: unruledHash },
      ]
}

/** What a person took out of an issue stays out of it, whatever rules say. */
function leadOf(
  { fingerprint }: EventRecord,
  known: Map<string, FingerprintRow>,
): FingerprintRow | undefined {
  const { version, unruledHash } = fingerprint
  const unruled = unruledHash && known.get(hashKey({ version, hash: unruledHash }))
  return unruled?.binding === 'pinned' ? unruled : known.get(hashKey(fingerprint))
}

/** Adds to what is known where older hashes lead, so that no new version of the grouping splits an issue. */
async function followOlder(
  tx: Tx,
  projectId: number,
  missed: EventRecord[],
  known: Map<string, FingerprintRow>,
): Promise<NewHash[]> {
  const older = await findFingerprints(
    tx,
    projectId,
    missed.flatMap((record) => record.olderFingerprints),
  )
  const newHashes: NewHash[] = []
  for (const record of missed) {
    const key = hashKey(record.fingerprint)
    const hit = record.olderFingerprints.map((reference) => older.get(hashKey(reference))).find(Boolean)
    if (hit === undefined || known.has(key)) continue
    known.set(key, hit)
    newHashes.push({ fingerprintNumber: hit.number, record })
  }
  return newHashes
}
