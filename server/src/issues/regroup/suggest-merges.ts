import * as z from 'zod'
import { suggestMerge } from '../../domain/grouping/index.ts'
import { addSuggestions } from '../../store/merge-suggestions.ts'
import { groupBy } from '../../store/recorder/group-by.ts'
import { defineUnit, type Reader, type Store, type Tx } from '../../store/store.ts'
import { listAlike, listWaitingHashes, type WaitingHash } from '../../store/waiting-hashes.ts'

const hashesAtOnce = 20
const mostCompared = 200

const storedChain = z.array(z.string())

interface Found {
  projectId: number
  fingerprint: number
  other: number
  reason: string
}

/** What comparing has found; hashes as hex, since bytes change their type on the way to another thread. */
export interface ComparedInput {
  compared: { projectId: number; version: number; hash: string }[]
  found: Found[]
  now: number
}

/** Notes which hashes have been compared, and what may be one bug. Nothing is ever merged by itself. */
export const saveSuggestions = defineUnit(
  'grouping.suggest-merges',
  async (tx, { compared, found, now }: ComparedInput, dialect): Promise<void> => {
    const byProject = [...groupBy(compared, ({ projectId }) => projectId)].toSorted(([a], [b]) => a - b)
    for (const [projectId, hashes] of byProject) {
      await dialect.lockProject(tx, projectId)
      await markCompared(tx, projectId, hashes)
    }
    await addSuggestions(
      tx,
      found.map(({ projectId, fingerprint, other, reason }) => ({
        project_id: projectId,
        fingerprint_number: fingerprint,
        other_number: other,
        reason,
        created_at: now,
      })),
    )
  },
)

async function markCompared(tx: Tx, projectId: number, hashes: ComparedInput['compared']): Promise<void> {
  for (const { version, hash } of hashes) {
    await tx
      .updateTable('fingerprint_hashes')
      .set({ comparison: 'done' })
      .where('project_id', '=', projectId)
      .where('version', '=', version)
      .where('hash', '=', Buffer.from(hash, 'hex'))
      .execute()
  }
}

/**
 * Compares some of the hashes that wait for it with those that are alike: read and decided here, so that the writer
 * only notes the outcome. To be called again and again.
 */
export function createMergeSuggester(store: Store, now: () => number): () => Promise<void> {
  return async () => {
    const waiting = await listWaitingHashes(store.reader, hashesAtOnce)
    if (waiting.length === 0) return
    const found: Found[] = []
    for (const hash of waiting) {
      found.push(...(await compareHash(store.reader, hash)))
      // Requests go first.
      await new Promise((resolve) => setImmediate(resolve))
    }
    const compared = waiting.map((row) => ({
      projectId: row.project_id,
      version: row.version,
      hash: row.hash.toString('hex'),
    }))
    await store.write(saveSuggestions, { compared, found, now: now() })
  }
}

async function compareHash(reader: Reader, waiting: WaitingHash): Promise<Found[]> {
  if (waiting.chain === null || waiting.likeness_hash === null) return []
  const own = { chain: storedChain.parse(JSON.parse(waiting.chain)) }
  const found: Found[] = []
  for (const { fingerprint_number, chain } of await listAlike(reader, waiting, mostCompared)) {
    const reason =
      chain === null ? undefined : suggestMerge(own, { chain: storedChain.parse(JSON.parse(chain)) })
    const [fingerprint = 0, other = 0] = [waiting.fingerprint_number, fingerprint_number].toSorted(
      (a, b) => a - b,
    )
    if (reason !== undefined) found.push({ projectId: waiting.project_id, fingerprint, other, reason })
  }
  return found
}
