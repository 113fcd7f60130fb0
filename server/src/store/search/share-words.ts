import type { Dialect, Tx } from '../store.ts'
import { addWords, readDocuments } from './add-words.ts'

/**
 * Lets a fingerprint be found by all that another is found by, since it takes events of it: nobody remembers which
 * event brought which word.
 */
export async function shareWords(
  tx: Tx,
  dialect: Dialect,
  projectId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const words = [...((await readDocuments(tx, projectId, [from])).get(from) ?? [])]
  await addWords(tx, dialect, projectId, [{ fingerprintNumber: to, words }])
}
