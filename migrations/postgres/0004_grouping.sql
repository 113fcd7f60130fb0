-- A fingerprint gathers the events that its hashes lead to, and belongs to one issue. What is counted is counted by
-- fingerprint, so that merging and unmerging move a fingerprint and recount nothing. Every issue had one until now:
-- its number serves for both.

ALTER TABLE projects ADD COLUMN last_fingerprint_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN last_regrouping_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN last_grouping_run_number BIGINT NOT NULL DEFAULT 0;
-- NULL as long as nobody wrote any.
ALTER TABLE projects ADD COLUMN grouping_rules TEXT;
UPDATE projects SET last_fingerprint_number = last_issue_number;

-- The issue that took this one in; it is then in no list, and keeps the status that an undo brings back.
ALTER TABLE issues ADD COLUMN merged_into BIGINT;

-- Of what the entry tells, where it can be undone.
ALTER TABLE activities ADD COLUMN regrouping_number BIGINT;

ALTER TABLE fingerprints RENAME TO old_fingerprints;
DROP INDEX fingerprints_by_issue;

-- binding: how it came to its issue. 'pinned' was taken out of another by a person, and nothing else moves it.
CREATE TABLE fingerprints (
  project_id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  issue_number BIGINT NOT NULL,
  first_issue_number BIGINT NOT NULL,
  binding TEXT NOT NULL CHECK (binding IN ('own', 'merged', 'pinned', 'regrouped')),
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  culprit TEXT NOT NULL,
  event_count BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  first_release TEXT,
  last_release TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (project_id, number),
  FOREIGN KEY (project_id, issue_number) REFERENCES issues (project_id, number)
);

CREATE INDEX fingerprints_by_issue ON fingerprints (project_id, issue_number);

INSERT INTO fingerprints
  SELECT
    project_id,
    number,
    number,
    number,
    'own',
    title,
    type,
    value,
    culprit,
    event_count,
    first_seen,
    last_seen,
    first_release,
    last_release,
    first_seen
  FROM issues;

-- parts: JSON, why these events are one group. stack_hash: of the code path, for the fuse. likeness_hash and chain:
-- what suggestions to merge are made from; comparison: whether that has been done.
CREATE TABLE fingerprint_hashes (
  project_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  tier TEXT NOT NULL,
  parts TEXT NOT NULL,
  stack_hash BYTEA,
  likeness_hash BYTEA,
  chain TEXT,
  comparison TEXT NOT NULL CHECK (comparison IN ('waiting', 'done')),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (project_id, version, hash),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

CREATE INDEX fingerprint_hashes_by_fingerprint ON fingerprint_hashes (project_id, fingerprint_number);
CREATE INDEX fingerprint_hashes_by_likeness ON fingerprint_hashes (project_id, likeness_hash) WHERE likeness_hash IS NOT NULL;
CREATE INDEX fingerprint_hashes_to_compare ON fingerprint_hashes (project_id, created_at) WHERE comparison = 'waiting';

INSERT INTO fingerprint_hashes
  SELECT
    project_id,
    version,
    hash,
    issue_number,
    tier,
    parts,
    NULL,
    NULL,
    NULL,
    'done',
    created_at
  FROM old_fingerprints;

DROP TABLE old_fingerprints;

-- How many different messages a code path has produced, and the fingerprint that takes in those beyond the bound.
CREATE TABLE fuse_stacks (
  project_id BIGINT NOT NULL,
  stack_hash BYTEA NOT NULL,
  template_count BIGINT NOT NULL,
  first_fingerprint_number BIGINT NOT NULL,
  fuse TEXT NOT NULL CHECK (fuse IN ('on', 'off')),
  attached_count BIGINT NOT NULL,
  PRIMARY KEY (project_id, stack_hash),
  FOREIGN KEY (project_id, first_fingerprint_number) REFERENCES fingerprints (project_id, number)
);

CREATE INDEX fuse_stacks_by_fingerprint ON fuse_stacks (project_id, first_fingerprint_number);

ALTER TABLE events RENAME TO old_events;
DROP INDEX events_by_issue;

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
  codec TEXT NOT NULL CHECK (codec IN ('deflate', 'deflate-dictionary')),
  dictionary_event_id BYTEA,
  payload BYTEA NOT NULL,
  PRIMARY KEY (project_id, event_id),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

CREATE INDEX events_by_fingerprint ON events (project_id, fingerprint_number, occurred_at, event_id);

INSERT INTO events SELECT * FROM old_events;
DROP TABLE old_events;

CREATE TABLE fingerprint_hours (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  event_count BIGINT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number, hour),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

INSERT INTO fingerprint_hours SELECT * FROM issue_hours;
DROP TABLE issue_hours;

-- One row for each tag key: how many values it has, and the events whose value is not kept.
CREATE TABLE fingerprint_tag_keys (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  key TEXT NOT NULL,
  value_count BIGINT NOT NULL,
  event_count BIGINT NOT NULL,
  other_count BIGINT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number, key),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

INSERT INTO fingerprint_tag_keys SELECT * FROM issue_tag_keys;
DROP TABLE issue_tag_keys;

CREATE TABLE fingerprint_tags (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  event_count BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number, key, value),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

INSERT INTO fingerprint_tags SELECT * FROM issue_tags;
DROP TABLE issue_tags;

-- user_hash: 16 bytes of the SHA-256 of what identifies the user; enough to count, too little to tell who.
CREATE TABLE fingerprint_users (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  user_hash BYTEA NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number, user_hash),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

INSERT INTO fingerprint_users SELECT * FROM issue_users;
DROP TABLE issue_users;

-- Every change of who belongs to whom. moves: JSON, what an undo has to put back.
CREATE TABLE regroupings (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'unmerge', 'rules')),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  at BIGINT NOT NULL,
  actor TEXT,
  moves TEXT NOT NULL,
  PRIMARY KEY (project_id, number)
);

-- Two fingerprints that may be one bug; the lower number first.
CREATE TABLE merge_suggestions (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  other_number BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dismissed')),
  reason TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number, other_number),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number),
  FOREIGN KEY (project_id, other_number) REFERENCES fingerprints (project_id, number)
);

CREATE INDEX merge_suggestions_by_other ON merge_suggestions (project_id, other_number);

-- Trials of grouping rules on the stored events, and their application. result: JSON.
CREATE TABLE grouping_runs (
  project_id BIGINT NOT NULL REFERENCES projects (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('preview', 'apply')),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'undone')),
  rules TEXT NOT NULL,
  rules_before TEXT,
  actor TEXT,
  started_at BIGINT NOT NULL,
  done_count BIGINT NOT NULL,
  total_count BIGINT NOT NULL,
  error TEXT,
  result TEXT,
  regrouping_number BIGINT,
  PRIMARY KEY (project_id, number)
);
