-- What scrubbing took out of a file or a feedback: JSON, a list of {rule, count}; NULL where nothing was.
ALTER TABLE attachments ADD COLUMN removed TEXT;
ALTER TABLE feedback ADD COLUMN removed TEXT;
