import Database from 'better-sqlite3'
import { AppError } from '../../domain/app-error.ts'
import { damaged } from './guard-file.ts'
import { isDamage } from './is-damage.ts'
import { applicationId } from './migration-target.ts'
import { readCounts, type Counts } from './read-counts.ts'

/** Of about 8 MB, so that progress is heard of and signals are. */
const pagesPerStep = 2_000

/**
 * Writes the database as it is at this moment to a new file, page by page, and answers with what is in it.
 * Throws `conflict` if it is damaged or not ours.
 *
 * The copy is made inside a read transaction. Without one, SQLite would begin anew whenever a server commits between
 * two steps, and never end beside one that is busy; VACUUM INTO would also be of one moment, but builds every table
 * and index again, which holds the snapshot, and with it the growing log of the server, for several times as long.
 */
export async function copySnapshot(file: string, copy: string): Promise<Counts> {
  const source = new Database(file, { readonly: true, fileMustExist: true })
  try {
    source.exec('BEGIN')
    if (source.pragma('application_id', { simple: true }) !== applicationId)
      throw new AppError(
        'conflict',
        `The database file ${file} belongs to another program, or was never started.`,
      )
    const counts = readCounts(source)
    await source.backup(copy, { progress: () => pagesPerStep })
    return counts
  } catch (error) {
    throw isDamage(error) ? damaged(file, error) : error
  } finally {
    source.close()
  }
}
