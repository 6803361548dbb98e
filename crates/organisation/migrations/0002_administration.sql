-- What is closed stays: dossiers of the past name it. Nothing new can point to it.
ALTER TABLE services ADD COLUMN closed_at BIGINT;
ALTER TABLE agent_groups ADD COLUMN closed_at BIGINT;

-- The image that stands for the organisation on its pages; what describes it (name of the file, size, text) is in its profile.
CREATE TABLE organisation_logos (
    organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    png BYTEA NOT NULL
);
