import { sql, type RawBuilder } from 'kysely'
import type { AskedWord } from '../../domain/search/asked-words.ts'
import type { Reader } from '../store.ts'
import { termOf, textOfWords, type SearchDialect } from './search-dialect.ts'

/** A word of more documents narrows nothing: each counts as having it until its text is looked at. */
const mostOfWord = 50_000
/** A beginning of at most so many words is asked for as those, in one pass; of more it is gathered first. */
const mostBeginnings = 50
const rowsOfProject = 2 ** 32

export const sqliteSearch: SearchDialect = {
  async saveDocument(tx, { projectId, fingerprintNumber, words, isNew }) {
    const row = projectId * rowsOfProject + fingerprintNumber
    if (!isNew) await sql`DELETE FROM search_index WHERE rowid = ${row}`.execute(tx)
    const terms = words.map((word) => termOf(projectId, word)).join(' ')
    await sql`INSERT INTO search_index (rowid, words) VALUES (${row}, ${terms})`.execute(tx)
    await tx
      .insertInto('search_documents')
      .values({ project_id: projectId, fingerprint_number: fingerprintNumber, words: textOfWords(words) })
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'fingerprint_number']).doUpdateSet({ words: textOfWords(words) }),
      )
      .execute()
  },

  async lookUp(reader, { projectId, words, most }) {
    const parts: string[] = []
    const untested: AskedWord[] = []
    for (const word of words) {
      const part = await expressionOf(reader, termOf(projectId, word.word), { ...word, most })
      if (part === 'none') return { fingerprintNumbers: [], untested }
      if (part === 'too common') untested.push(word)
      else parts.push(part.expression)
    }
    if (parts.length === 0) return undefined
    const expression = parts.join(' AND ')
    if ((await countUpTo(reader, matching(expression, most + 1))) > most) return undefined
    const { rows } = await matching(expression, most).execute(reader)
    return { fingerprintNumbers: rows.map(({ row }) => row - projectId * rowsOfProject), untested }
  },
}

/**
 * The word in the index's own language. A beginning that the index has to gather from many words would take it
 * seconds, and nothing can stop it, so those are left to the texts.
 */
async function expressionOf(
  reader: Reader,
  term: string,
  { match, most }: Pick<AskedWord, 'match'> & { most: number },
): Promise<{ expression: string } | 'none' | 'too common'> {
  const whole = `"${term}"`
  const count = await countUpTo(reader, matching(whole, mostOfWord + 1))
  if (count > mostOfWord) return 'too common'
  if (match === 'whole') return count === 0 ? 'none' : { expression: whole }
  const some = await readBeginnings(reader, term, mostBeginnings + 1)
  if (some.length === 0) return 'none'
  if (some.length <= mostBeginnings) {
    const isCommon = some.some(({ documents }) => documents > mostOfWord)
    return isCommon ? 'too common' : { expression: `(${some.map((each) => `"${each.term}"`).join(' OR ')})` }
  }
  if (documentsOf(some) > most) return 'too common'
  const all = await readBeginnings(reader, term, most + 1)
  return documentsOf(all) > most ? 'too common' : { expression: `${whole}*` }
}

interface Beginning {
  term: string
  documents: number
}

async function readBeginnings(reader: Reader, term: string, most: number): Promise<Beginning[]> {
  const { rows } = await sql<Beginning>`
    SELECT term, doc AS documents FROM search_vocabulary
    WHERE term >= ${term} AND term < ${`${term}\u{10FFFF}`} LIMIT ${most}
  `.execute(reader)
  return rows
}

function documentsOf(beginnings: Beginning[]): number {
  return beginnings.reduce((sum, { documents }) => sum + documents, 0)
}

function matching(expression: string, most: number): RawBuilder<{ row: number }> {
  return sql`SELECT rowid AS row FROM search_index WHERE search_index MATCH ${expression} LIMIT ${most}`
}

async function countUpTo(reader: Reader, rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ count: number }>`SELECT count(*) AS count FROM (${rows})`.execute(reader)
  return counted.rows[0]?.count ?? 0
}
