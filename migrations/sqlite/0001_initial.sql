-- Times are epoch milliseconds; hashes and event ids are bytes; states are words; JSON is text.
-- Every table that grows starts its primary key with project_id.

-- One row. config_version rises whenever something changes that running servers keep in memory.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  installation_id TEXT NOT NULL,
  session_secret TEXT NOT NULL,
  config_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- settings: JSON of scrubbing, filters and limits; NULL as long as nobody changed them.
CREATE TABLE projects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  platform TEXT,
  short_prefix TEXT NOT NULL UNIQUE,
  last_issue_number INTEGER NOT NULL DEFAULT 0,
  first_event_at INTEGER,
  last_event_at INTEGER,
  settings TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE dsn_keys (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  public_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, public_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE issues (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('unresolved', 'resolved', 'archived')),
  status_reason TEXT NOT NULL CHECK (status_reason IN ('new', 'ongoing', 'regressed', 'resolved', 'archived')),
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  culprit TEXT NOT NULL,
  level TEXT NOT NULL,
  platform TEXT NOT NULL,
  handling TEXT NOT NULL CHECK (handling IN ('handled', 'unhandled')),
  event_count INTEGER NOT NULL,
  user_count INTEGER NOT NULL,
  activity_count INTEGER NOT NULL DEFAULT 0,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  first_release TEXT,
  last_release TEXT,
  resolved_at INTEGER,
  dictionary_event_id BLOB NOT NULL,
  PRIMARY KEY (project_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX issues_by_last_seen ON issues (project_id, status, last_seen, number);
CREATE INDEX issues_by_first_seen ON issues (project_id, status, first_seen, number);
CREATE INDEX issues_by_events ON issues (project_id, status, event_count, number);
CREATE INDEX issues_by_users ON issues (project_id, status, user_count, number);

-- Why events belong to an issue. An issue owns many; a hash belongs to one issue of its project.
CREATE TABLE fingerprints (
  project_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  hash BLOB NOT NULL,
  issue_number INTEGER NOT NULL,
  tier TEXT NOT NULL,
  parts TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, version, hash),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX fingerprints_by_issue ON fingerprints (project_id, issue_number);

-- payload: the normalised event as JSON, raw deflate; codec 'deflate-dictionary' needs the payload of dictionary_event_id.
CREATE TABLE events (
  project_id INTEGER NOT NULL,
  event_id BLOB NOT NULL,
  issue_number INTEGER NOT NULL,
  occurred_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  release TEXT,
  environment TEXT,
  user_label TEXT,
  codec TEXT NOT NULL CHECK (codec IN ('deflate', 'deflate-dictionary')),
  dictionary_event_id BLOB,
  payload BLOB NOT NULL,
  PRIMARY KEY (project_id, event_id),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT;

CREATE INDEX events_by_issue ON events (project_id, issue_number, occurred_at, event_id);

CREATE TABLE issue_hours (
  project_id INTEGER NOT NULL,
  issue_number INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  PRIMARY KEY (project_id, issue_number, hour),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

-- One row for each tag key of an issue: how many values it has, and the events whose value is not kept.
CREATE TABLE issue_tag_keys (
  project_id INTEGER NOT NULL,
  issue_number INTEGER NOT NULL,
  key TEXT NOT NULL,
  value_count INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  other_count INTEGER NOT NULL,
  PRIMARY KEY (project_id, issue_number, key),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue_tags (
  project_id INTEGER NOT NULL,
  issue_number INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  event_count INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  PRIMARY KEY (project_id, issue_number, key, value),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

-- user_hash: 16 bytes of the SHA-256 of what identifies the user; enough to count, too little to tell who.
CREATE TABLE issue_users (
  project_id INTEGER NOT NULL,
  issue_number INTEGER NOT NULL,
  user_hash BLOB NOT NULL,
  PRIMARY KEY (project_id, issue_number, user_hash),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
  project_id INTEGER NOT NULL,
  issue_number INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT,
  detail TEXT,
  PRIMARY KEY (project_id, issue_number, number),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
) STRICT, WITHOUT ROWID;

-- What became of everything that was sent to us, by hour. Project 0 stands for keys that nobody has.
-- public_key and sdk are empty where they are not known.
CREATE TABLE outcomes (
  project_id INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  category TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'filtered', 'limited', 'invalid', 'not_kept', 'lost_in_client')),
  reason TEXT NOT NULL,
  public_key TEXT NOT NULL,
  sdk TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (project_id, hour, category, outcome, reason, public_key, sdk)
) STRICT, WITHOUT ROWID;

CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
