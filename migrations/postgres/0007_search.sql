-- What is searched for in issues: by fingerprint, the words of titles, messages, frames, breadcrumbs and tags, as our
-- own tokeniser makes them, each with its project before it.

CREATE TABLE search_documents (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  terms TSVECTOR NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

CREATE INDEX search_index ON search_documents USING gin (terms);

-- Up to where kept payloads have been indexed, in the order of receipt.
ALTER TABLE projects ADD COLUMN indexed_until BIGINT NOT NULL DEFAULT 0;
