-- The key of each subject (a dossier), wrapped by the master key. Destroying the row erases the subject.
CREATE TABLE data_keys (
    organisation_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, subject)
);
