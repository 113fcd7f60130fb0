import { sql } from 'kysely'
import type { AskedWord } from '../../domain/search/asked-words.ts'
import { termOf, textOfWords, type SearchDialect } from './search-dialect.ts'

export const postgresSearch: SearchDialect = {
  async saveDocument(tx, { projectId, fingerprintNumber, words }) {
    await tx
      .insertInto('search_documents')
      .values({ project_id: projectId, fingerprint_number: fingerprintNumber, words: textOfWords(words) })
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'fingerprint_number']).doUpdateSet({ words: textOfWords(words) }),
      )
      .execute()
  },

  async lookUp(reader, { projectId, words, most }) {
    const asked = words.map((word) => lexemeOf(projectId, word)).join(' & ')
    // Planned for itself: for the first few rows the planner would rather read the whole table.
    const { rows } = await sql<{ fingerprint_number: number }>`
      WITH found AS MATERIALIZED (
        SELECT fingerprint_number FROM search_documents
        WHERE project_id = ${projectId} AND search_terms(project_id, words) @@ ${asked}::tsquery
      )
      SELECT fingerprint_number FROM found LIMIT ${most + 1}
    `.execute(reader)
    if (rows.length > most) return undefined
    return { fingerprintNumbers: rows.map((row) => row.fingerprint_number), untested: [] }
  },
}

/** Words have nothing but letters and digits, so there is nothing to escape. */
function lexemeOf(projectId: number, { word, match }: AskedWord): string {
  return `'${termOf(projectId, word)}'${match === 'beginning' ? ':*' : ''}`
}
