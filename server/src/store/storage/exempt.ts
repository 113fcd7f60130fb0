import { sql } from 'kysely'

/** Of a row of `events`: whether its issue has a later event, so that this is not its latest. */
export const hasLater = sql<boolean>`EXISTS (
  SELECT 1
  FROM fingerprints own
  JOIN fingerprints other ON other.project_id = own.project_id AND other.issue_number = own.issue_number
  JOIN events later ON later.project_id = other.project_id AND later.fingerprint_number = other.number
  WHERE own.project_id = events.project_id
    AND own.number = events.fingerprint_number
    AND (later.occurred_at, later.event_id) > (events.occurred_at, events.event_id)
)`

/** Of a row of `events`: whether no other payload was deflated against its own. */
export const hasNoDependents = sql<boolean>`NOT EXISTS (
  SELECT 1
  FROM payload_dictionaries dictionary
  WHERE dictionary.project_id = events.project_id
    AND dictionary.event_id = events.event_id
    AND dictionary.payload_count > 0
)`

/** In a statement's text, since SQLite uses an index of some rows only for those that the text names. */
export function inState(state: string) {
  return sql<boolean>`events.payload_state = ${sql.lit(state)}`
}

/** Never read whole: neither engine fetches a value to tell its length. */
export const payloadBytes = sql<number>`coalesce(octet_length(events.payload), 0)`
