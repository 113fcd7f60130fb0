-- Files that came with events, or before them, or without them. hash: 16 bytes of name and content, so that one that
-- is sent twice is kept once.
CREATE TABLE attachments (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  event_id BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  byte_count BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  codec TEXT NOT NULL CHECK (codec IN ('identity', 'deflate')),
  content BYTEA NOT NULL,
  PRIMARY KEY (project_id, event_id, hash)
);

-- What people wrote about events. event_id is of the event that it is about, which may not be here.
CREATE TABLE feedback (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  feedback_id BYTEA NOT NULL,
  event_id BYTEA,
  received_at BIGINT NOT NULL,
  name TEXT,
  email TEXT,
  message TEXT NOT NULL,
  url TEXT,
  PRIMARY KEY (project_id, feedback_id)
);

CREATE INDEX feedback_by_event ON feedback (project_id, event_id);
CREATE INDEX feedback_by_time ON feedback (project_id, received_at);

-- Sessions of a release in an environment, by hour.
CREATE TABLE release_hours (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  hour BIGINT NOT NULL,
  started BIGINT NOT NULL,
  errored BIGINT NOT NULL,
  crashed BIGINT NOT NULL,
  PRIMARY KEY (project_id, release, environment, hour)
);

-- The sessions that did not go well, so that one whose end is told twice is counted once. release, environment, hour:
-- where it is counted in release_hours.
CREATE TABLE troubled_sessions (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  session_id BYTEA NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('errored', 'crashed')),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  hour BIGINT NOT NULL,
  PRIMARY KEY (project_id, session_id)
);

-- user_hash: as in issue_users.
CREATE TABLE release_users (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  user_hash BYTEA NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('healthy', 'crashed')),
  PRIMARY KEY (project_id, release, environment, user_hash)
);

-- Examples of what was not kept: the last ten of each kind, in a ring of slots. Project 0 as in outcomes.
-- headers: JSON, without credentials.
CREATE TABLE refusals (
  project_id BIGINT NOT NULL,
  category TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  slot BIGINT NOT NULL,
  at BIGINT NOT NULL,
  detail TEXT NOT NULL,
  public_key TEXT,
  sdk TEXT,
  headers TEXT NOT NULL,
  PRIMARY KEY (project_id, category, outcome, reason, slot)
);
