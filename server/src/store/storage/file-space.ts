import { sql } from 'kysely'
import type { Reader, Tx } from '../store.ts'

/** What of the database's file is in use. */
export interface FileSpace {
  pages: number
  /** Left by what was deleted; later rows fill them. */
  freePages: number
}

export interface SpaceDialect {
  /** Undefined where the engine looks after it by itself. */
  read(reader: Reader): Promise<FileSpace | undefined>
  /** Gives free pages back to the disk: moves as many pages from the end of the file to where there is room. */
  giveBack(tx: Tx, pages: number): Promise<void>
}

/** In a file that was made without `auto_vacuum` nothing is given back, and nothing happens. */
export const sqliteSpace: SpaceDialect = {
  async read(reader) {
    const [mode, pages, freePages] = [
      await readPragma(reader, 'auto_vacuum'),
      await readPragma(reader, 'page_count'),
      await readPragma(reader, 'freelist_count'),
    ]
    return mode === 0 ? undefined : { pages, freePages }
  },
  // One page at each step of the statement, and the driver takes one step.
  async giveBack(tx, pages) {
    for (let page = 0; page < pages; page++) await sql`PRAGMA incremental_vacuum(1)`.execute(tx)
  },
}

export const postgresSpace: SpaceDialect = {
  read: () => Promise.resolve(undefined),
  giveBack: () => Promise.resolve(),
}

async function readPragma(reader: Reader, name: string): Promise<number> {
  const { rows } = await sql<Record<string, number>>`${sql.raw(`PRAGMA ${name}`)}`.execute(reader)
  return rows[0]?.[name] ?? 0
}
