import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { copyDatabase, type GeneratedDatabase } from '../generate/database.ts'
import type { DatabaseSize } from '../generate/plan.ts'

/** A generated database's events are of the last thirty days: with this, half of them are too old. */
export const eventDays = 15

/** A copy of a generated database, in which everything is counted as a server would have counted it. */
export async function prepareExpired(size: DatabaseSize): Promise<GeneratedDatabase> {
  const copy = await copyDatabase(size)
  const database = new Database(join(copy.dataDir, 'mishap.db'))
  database.pragma('synchronous = OFF')
  // Those of a generated database are in order, which would make deleting them from an index cheaper than it is.
  database.function('mix', { deterministic: true }, (id: unknown) =>
    id === null
      ? null
      : createHash('md5')
          .update(id as Buffer)
          .digest(),
  )
  database.exec(`
    BEGIN;
    UPDATE events SET event_id = mix(event_id), dictionary_event_id = mix(dictionary_event_id);
    UPDATE issues SET dictionary_event_id = mix(dictionary_event_id);
    DELETE FROM payload_dictionaries;
    INSERT INTO payload_dictionaries
      SELECT project_id, dictionary_event_id, count(*) FROM events
      WHERE dictionary_event_id IS NOT NULL GROUP BY project_id, dictionary_event_id;
    INSERT INTO payload_dictionaries
      SELECT project_id, event_id, 0 FROM events WHERE codec = 'deflate' ON CONFLICT DO NOTHING;
    UPDATE fingerprints SET sample_count = (
      SELECT count(*) FROM events e
      WHERE e.project_id = fingerprints.project_id AND e.fingerprint_number = fingerprints.number
        AND e.payload_state = 'sample'
    );
    UPDATE issues SET sample_count = (
      SELECT coalesce(sum(f.sample_count), 0) FROM fingerprints f
      WHERE f.project_id = issues.project_id AND f.issue_number = issues.number
    );
    COMMIT;
  `)
  database.prepare('UPDATE projects SET settings = ?').run(JSON.stringify({ storage: { eventDays } }))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  return copy
}
