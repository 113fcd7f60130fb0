import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { AskedWord } from '../domain/search/asked-words.ts'
import type { Schema } from './schema.ts'
import { textAsked, type LookedUp } from './search/search-dialect.ts'
import type { Dialect } from './store.ts'

type Issues = ExpressionBuilder<Schema, 'issues'>

/** As a nested question about an issue: its fingerprints with all of the words. */
export function fingerprintsWithWords(dialect: Dialect, projectId: number, words: AskedWord[]) {
  return (eb: Issues) =>
    withWords(dialect, projectId, words)(eb).whereRef('f.issue_number', '=', 'issues.number')
}

/** As a nested question: the issues of the fingerprints that were looked up. */
export function issuesOf(dialect: Dialect, projectId: number, found: LookedUp) {
  return (eb: Issues) =>
    withWords(dialect, projectId, found.untested)(eb).where('f.number', 'in', found.fingerprintNumbers)
}

function withWords({ engine }: Dialect, projectId: number, words: AskedWord[]) {
  const position = sql.raw(engine === 'sqlite' ? 'instr' : 'strpos')
  return ({ selectFrom }: Issues) => {
    const query = selectFrom('fingerprints as f')
      .select('f.issue_number')
      .where('f.project_id', '=', projectId)
    if (words.length === 0) return query
    return query.where(({ exists, and, selectFrom: nested }) =>
      exists(
        nested('search_documents as d')
          .select('d.fingerprint_number')
          .whereRef('d.project_id', '=', 'f.project_id')
          .whereRef('d.fingerprint_number', '=', 'f.number')
          .where((eb) =>
            and(words.map((word) => sql<SqlBool>`${position}(${eb.ref('d.words')}, ${textAsked(word)}) > 0`)),
          ),
      ),
    )
  }
}
