import type { Dialect, Reader, Tx } from '../store.ts'
import { wordsOfText } from './search-dialect.ts'

/** An issue whose every event has other words would else grow without end. */
const mostOfDocument = 2_000

/** Words that a fingerprint is to be found by. */
export interface NewWords {
  fingerprintNumber: number
  words: string[]
}

/** Adds words to the documents of a project's fingerprints, which need not have one yet. */
export async function addWords(
  tx: Tx,
  dialect: Dialect,
  projectId: number,
  additions: NewWords[],
): Promise<void> {
  const numbers = additions.map(({ fingerprintNumber }) => fingerprintNumber)
  const documents = await readDocuments(tx, projectId, numbers)
  for (const { fingerprintNumber, words } of additions) {
    const known = documents.get(fingerprintNumber) ?? new Set()
    const all = [...new Set([...known, ...words])].slice(0, mostOfDocument)
    if (all.length === known.size) continue
    await dialect.search.saveDocument(tx, {
      projectId,
      fingerprintNumber,
      words: all,
      isNew: known.size === 0,
    })
  }
}

/** The words that fingerprints are found by; those without a document are left out. */
export async function readDocuments(
  reader: Reader,
  projectId: number,
  fingerprintNumbers: number[],
): Promise<Map<number, Set<string>>> {
  if (fingerprintNumbers.length === 0) return new Map()
  const rows = await reader
    .selectFrom('search_documents')
    .select(['fingerprint_number', 'words'])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', fingerprintNumbers)
    .execute()
  return new Map(
    rows.map(({ fingerprint_number, words }) => [fingerprint_number, new Set(wordsOfText(words))]),
  )
}

/** Whether a document takes no more words. */
export function isFull(document: Set<string>): boolean {
  return document.size >= mostOfDocument
}

/** Notes up to which time of receipt a project's kept payloads are indexed. */
export async function markIndexed(tx: Tx, projectId: number, until: number): Promise<void> {
  await tx
    .updateTable('projects')
    .set({ indexed_until: until })
    .where('id', '=', projectId)
    .where('indexed_until', '<', until)
    .execute()
}
