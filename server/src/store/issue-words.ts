import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { AskedWord } from '../domain/search/asked-words.ts'
import type { Schema } from './schema.ts'
import { textAsked } from './search/search-dialect.ts'
import type { Dialect } from './store.ts'

/** Of the fingerprints of a project that are named, or of all: the issues of those whose documents have all words. */
export function issuesWithWords(
  { engine }: Dialect,
  projectId: number,
  words: AskedWord[],
  fingerprintNumbers?: number[],
) {
  const position = sql.raw(engine === 'sqlite' ? 'instr' : 'strpos')
  return ({ selectFrom }: ExpressionBuilder<Schema, 'issues'>) => {
    let query = selectFrom('fingerprints as f')
      .innerJoin('search_documents as d', (join) =>
        join.onRef('d.project_id', '=', 'f.project_id').onRef('d.fingerprint_number', '=', 'f.number'),
      )
      .select('f.issue_number')
      .where('f.project_id', '=', projectId)
    for (const word of words)
      query = query.where(
        (eb): Expression<SqlBool> => sql`${position}(${eb.ref('d.words')}, ${textAsked(word)}) > 0`,
      )
    return fingerprintNumbers === undefined
      ? query.whereRef('f.issue_number', '=', 'issues.number')
      : query.where('f.number', 'in', fingerprintNumbers)
  }
}
