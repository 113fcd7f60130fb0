-- Counts are kept for ever, events as long as the project says, payloads by policy: payload_state says why one is
-- kept, or why it was let go. sample_key: a hash of release, environment, route and frame path; samples of an issue are
-- spread over it. codec 'deflate-beginning' needs the first bytes of the payload of dictionary_event_id.

ALTER TABLE projects ADD COLUMN payload_bytes BIGINT NOT NULL DEFAULT 0;

-- Payloads that are kept as samples: by fingerprint, and of an issue the sum. What is always kept is not among them.
ALTER TABLE issues ADD COLUMN sample_count BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fingerprints ADD COLUMN sample_count BIGINT NOT NULL DEFAULT 0;

CREATE INDEX issues_by_samples ON issues (project_id, sample_count) WHERE sample_count > 1;

ALTER TABLE events RENAME TO old_events;
DROP INDEX events_by_fingerprint;

CREATE TABLE events (
  project_id BIGINT NOT NULL,
  event_id BYTEA NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  occurred_at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  title TEXT NOT NULL,
  release TEXT,
  environment TEXT,
  user_label TEXT,
  sample_key BIGINT NOT NULL,
  payload_state TEXT NOT NULL CHECK (
    payload_state IN ('first', 'regression', 'sample', 'pinned', 'over_issue_budget', 'over_project_budget', 'too_old')
  ),
  codec TEXT CHECK (codec IN ('deflate', 'deflate-dictionary', 'deflate-beginning')),
  dictionary_event_id BYTEA,
  payload BYTEA,
  PRIMARY KEY (project_id, event_id),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

INSERT INTO events
  SELECT
    e.project_id,
    e.event_id,
    e.fingerprint_number,
    e.occurred_at,
    e.received_at,
    e.title,
    e.release,
    e.environment,
    e.user_label,
    0,
    CASE WHEN e.codec = 'deflate' THEN 'first' ELSE 'sample' END,
    e.codec,
    e.dictionary_event_id,
    e.payload
  FROM old_events e
  ORDER BY e.project_id, e.received_at, e.event_id;
DROP TABLE old_events;

-- It is deflated already.
ALTER TABLE events ALTER COLUMN payload SET STORAGE EXTERNAL;

CREATE INDEX events_by_fingerprint ON events (project_id, fingerprint_number, occurred_at, event_id);
CREATE INDEX events_by_receipt ON events (project_id, received_at);

-- Of kept payloads only: which samples of an issue go, and which of a project.
CREATE INDEX payloads_by_fingerprint ON events (project_id, fingerprint_number, payload_state, sample_key, received_at)
  WHERE payload_state = 'sample' OR payload_state = 'regression' OR payload_state = 'pinned';
CREATE INDEX payloads_by_receipt ON events (project_id, payload_state, received_at)
  WHERE payload_state = 'sample' OR payload_state = 'regression' OR payload_state = 'first';

-- How many payloads were deflated against an event's: as long as there are any, its payload stays. Every payload that
-- stands alone has a row here, and later ones may be deflated against it as long as it has.
CREATE TABLE payload_dictionaries (
  project_id BIGINT NOT NULL,
  event_id BYTEA NOT NULL,
  payload_count BIGINT NOT NULL,
  PRIMARY KEY (project_id, event_id)
);

INSERT INTO payload_dictionaries
  SELECT project_id, dictionary_event_id, count(*)
  FROM events
  WHERE dictionary_event_id IS NOT NULL
  GROUP BY project_id, dictionary_event_id;

INSERT INTO payload_dictionaries
  SELECT project_id, event_id, 0
  FROM events
  WHERE codec = 'deflate'
  ON CONFLICT DO NOTHING;

UPDATE fingerprints SET sample_count = (
  SELECT count(*)
  FROM events e
  WHERE e.project_id = fingerprints.project_id AND e.fingerprint_number = fingerprints.number AND e.payload_state = 'sample'
);
UPDATE issues SET sample_count = (
  SELECT coalesce(sum(f.sample_count), 0)
  FROM fingerprints f
  WHERE f.project_id = issues.project_id AND f.issue_number = issues.number
);
UPDATE projects SET payload_bytes = (
  SELECT coalesce(sum(octet_length(e.payload)), 0) FROM events e WHERE e.project_id = projects.id
);

CREATE INDEX attachments_by_receipt ON attachments (project_id, received_at);
CREATE INDEX troubled_sessions_by_hour ON troubled_sessions (project_id, hour);

-- It is the sum of its values and the others: kept besides, it was written with every tag of every event.
ALTER TABLE fingerprint_tag_keys DROP COLUMN event_count;
