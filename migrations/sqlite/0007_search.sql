-- What issues are found by: for each fingerprint the words of its events' titles, messages, frames, breadcrumbs and
-- tags, as our own tokeniser splits them, with a blank before and after each.
CREATE TABLE search_documents (
  project_id INTEGER NOT NULL,
  fingerprint_number INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
) STRICT;

-- Each word with its project before it (17·timeout), so that what is read of the index is one project's alone.
-- rowid: project_id * 4294967296 + fingerprint_number. This tokeniser splits nothing that ours leaves whole.
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);

-- In how many documents each word is.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_index, row);

-- Up to where kept payloads have been indexed, in the order of receipt.
ALTER TABLE projects ADD COLUMN indexed_until INTEGER NOT NULL DEFAULT 0;

-- Few among many: a list of them would otherwise read all issues.
CREATE INDEX issues_regressed ON issues (project_id, last_seen, number) WHERE status_reason = 'regressed';

-- How much there is of what, for the planner: in all, and for each value of the first column of an index, of the first
-- two, and so on. Without this it believes that a project has ten rows, and would rather read them all than use an
-- index. These are a large installation's figures: what is right for that is fast enough for a small one. They are not
-- measured again, since the figures of a new database would be wrong a week later.
ANALYZE sqlite_schema;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('projects', 'sqlite_autoindex_projects_1', '20 1'),
  ('projects', 'sqlite_autoindex_projects_2', '20 1'),
  ('dsn_keys', 'dsn_keys', '40 2 1'),
  ('issues', 'issues', '1000000 100000 1'),
  ('issues', 'issues_by_last_seen', '1000000 100000 33000 2 1'),
  ('issues', 'issues_by_first_seen', '1000000 100000 33000 2 1'),
  ('issues', 'issues_by_events', '1000000 100000 33000 300 1'),
  ('issues', 'issues_by_users', '1000000 100000 33000 500 1'),
  ('issues', 'issues_by_samples', '10000 1000 10'),
  ('issues', 'issues_regressed', '10000 1000 2 1'),
  ('fingerprints', 'fingerprints', '1100000 110000 1'),
  ('fingerprints', 'fingerprints_by_issue', '1100000 110000 2'),
  ('fingerprint_hashes', 'fingerprint_hashes', '1300000 130000 100000 1'),
  ('fingerprint_hashes', 'fingerprint_hashes_by_fingerprint', '1300000 130000 2'),
  ('fingerprint_hashes', 'fingerprint_hashes_by_likeness', '1000000 100000 3'),
  ('fingerprint_hashes', 'fingerprint_hashes_to_compare', '1000 100 2'),
  ('fuse_stacks', 'fuse_stacks', '500000 50000 1'),
  ('fuse_stacks', 'fuse_stacks_by_fingerprint', '500000 50000 2'),
  ('events', 'sqlite_autoindex_events_1', '10000000 1000000 1'),
  ('events', 'events_by_fingerprint', '10000000 1000000 10 2 1'),
  ('events', 'events_by_receipt', '10000000 1000000 2'),
  ('events', 'payloads_by_fingerprint', '3000000 300000 5 4 2 1'),
  ('events', 'payloads_by_receipt', '4000000 400000 130000 2'),
  ('payload_dictionaries', 'payload_dictionaries', '1000000 100000 1'),
  ('fingerprint_hours', 'fingerprint_hours', '6000000 600000 6 1'),
  ('fingerprint_tag_keys', 'fingerprint_tag_keys', '10000000 1000000 10 1'),
  ('fingerprint_tags', 'fingerprint_tags', '30000000 3000000 30 3 1'),
  ('fingerprint_users', 'fingerprint_users', '5000000 500000 5 1'),
  ('regroupings', 'regroupings', '10000 1000 1'),
  ('merge_suggestions', 'merge_suggestions', '10000 1000 2 1'),
  ('merge_suggestions', 'merge_suggestions_by_other', '10000 1000 2'),
  ('grouping_runs', 'grouping_runs', '1000 100 1'),
  ('activities', 'activities', '3000000 300000 3 1'),
  ('search_documents', 'sqlite_autoindex_search_documents_1', '1000000 100000 1'),
  ('outcomes', 'outcomes', '3000000 300000 30 20 15 10 3 1'),
  ('refusals', 'refusals', '10000 1000 300 200 50 1'),
  ('attachments', 'sqlite_autoindex_attachments_1', '100000 10000 2 1'),
  ('attachments', 'attachments_by_receipt', '100000 10000 2'),
  ('feedback', 'feedback', '100000 10000 1'),
  ('feedback', 'feedback_by_event', '100000 10000 2'),
  ('feedback', 'feedback_by_time', '100000 10000 2'),
  ('release_hours', 'release_hours', '1000000 100000 1000 500 1'),
  ('release_users', 'release_users', '5000000 500000 5000 2500 1'),
  ('troubled_sessions', 'troubled_sessions', '1000000 100000 1'),
  ('troubled_sessions', 'troubled_sessions_by_hour', '1000000 100000 100');
