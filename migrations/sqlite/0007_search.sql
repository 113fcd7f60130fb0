-- What is searched for in issues: by fingerprint, the words of titles, messages, frames, breadcrumbs and tags, as our
-- own tokeniser makes them, each with its project before it.

CREATE TABLE search_documents (
  project_id INTEGER NOT NULL,
  fingerprint_number INTEGER NOT NULL,
  terms TEXT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
) STRICT, WITHOUT ROWID;

-- rowid: project_id * 4294967296 + fingerprint_number.
-- The words are split already: this tokeniser leaves every letter beyond ASCII where it is.
CREATE VIRTUAL TABLE search_index USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);

-- Up to where kept payloads have been indexed, in the order of receipt.
ALTER TABLE projects ADD COLUMN indexed_until INTEGER NOT NULL DEFAULT 0;
