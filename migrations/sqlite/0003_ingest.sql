-- Files that came with events, or before them, or without them. hash: 16 bytes of name and content, so that one that
-- is sent twice is kept once.
CREATE TABLE attachments (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  event_id BLOB NOT NULL,
  hash BLOB NOT NULL,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  codec TEXT NOT NULL CHECK (codec IN ('identity', 'deflate')),
  content BLOB NOT NULL,
  PRIMARY KEY (project_id, event_id, hash)
) STRICT;

-- What people wrote about events. event_id is of the event that it is about, which may not be here.
CREATE TABLE feedback (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  feedback_id BLOB NOT NULL,
  event_id BLOB,
  received_at INTEGER NOT NULL,
  name TEXT,
  email TEXT,
  message TEXT NOT NULL,
  url TEXT,
  PRIMARY KEY (project_id, feedback_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_event ON feedback (project_id, event_id);
CREATE INDEX feedback_by_time ON feedback (project_id, received_at);

-- Sessions of a release in an environment, by hour.
CREATE TABLE release_hours (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  hour INTEGER NOT NULL,
  started INTEGER NOT NULL,
  errored INTEGER NOT NULL,
  crashed INTEGER NOT NULL,
  PRIMARY KEY (project_id, release, environment, hour)
) STRICT, WITHOUT ROWID;

-- The sessions that did not go well, so that one whose end is told twice is counted once. release, environment, hour:
-- where it is counted in release_hours.
CREATE TABLE troubled_sessions (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  session_id BLOB NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('errored', 'crashed')),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  hour INTEGER NOT NULL,
  PRIMARY KEY (project_id, session_id)
) STRICT, WITHOUT ROWID;

-- user_hash: as in issue_users.
CREATE TABLE release_users (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  user_hash BLOB NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('healthy', 'crashed')),
  PRIMARY KEY (project_id, release, environment, user_hash)
) STRICT, WITHOUT ROWID;

-- Examples of what was not kept: the last ten of each kind, in a ring of slots. Project 0 as in outcomes.
-- headers: JSON, without credentials.
CREATE TABLE refusals (
  project_id INTEGER NOT NULL,
  category TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  slot INTEGER NOT NULL,
  at INTEGER NOT NULL,
  detail TEXT NOT NULL,
  public_key TEXT,
  sdk TEXT,
  headers TEXT NOT NULL,
  PRIMARY KEY (project_id, category, outcome, reason, slot)
) STRICT, WITHOUT ROWID;
