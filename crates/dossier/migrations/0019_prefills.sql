-- Answers that a link or an application proposes, until the person begins their dossier. The row is found by a keyed hash of a code, or of
-- what identifies the beginning, and sealed with a key that is made of it: without that text, the row says nothing.
CREATE TABLE prefills (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    handle BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, handle)
);
CREATE INDEX prefills_by_expiry ON prefills (expires_at);

-- Where the proposed answers of a dossier came from, and what they were. Sealed under the key of the dossier.
CREATE TABLE dossier_prefilled (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
