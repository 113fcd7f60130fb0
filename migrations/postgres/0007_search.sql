-- What issues are found by: for each fingerprint the words of its events' titles, messages, frames, breadcrumbs and
-- tags, as our own tokeniser splits them, with a blank before and after each.
CREATE TABLE search_documents (
  project_id BIGINT NOT NULL,
  fingerprint_number BIGINT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (project_id, fingerprint_number),
  FOREIGN KEY (project_id, fingerprint_number) REFERENCES fingerprints (project_id, number)
);

-- Each word with its project before it (17·timeout), so that what is read of the index is one project's alone.
-- The cost keeps the planner from computing this for every row.
CREATE FUNCTION search_terms(project_id BIGINT, words TEXT) RETURNS TSVECTOR
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10000
RETURN array_to_tsvector(string_to_array(project_id::TEXT || '·' || replace(btrim(words), ' ', ' ' || project_id::TEXT || '·'), ' '));

CREATE INDEX search_index ON search_documents USING gin (search_terms(project_id, words));

-- Up to where kept payloads have been indexed, in the order of receipt.
ALTER TABLE projects ADD COLUMN indexed_until BIGINT NOT NULL DEFAULT 0;

-- Few among many: a list of them would otherwise read all issues.
CREATE INDEX issues_regressed ON issues (project_id, last_seen, number) WHERE status_reason = 'regressed';
