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
