-- The order in which applications read what changed. An act empties `change_seq`; whoever reads the changes numbers what is empty,
-- one reader at a time for each organisation (the row of `dossier_sequences`): a number that is seen has none below it to come.
ALTER TABLE dossiers ADD COLUMN change_seq BIGINT;
CREATE INDEX dossiers_unnumbered ON dossiers (organisation_id, id) WHERE change_seq IS NULL;
CREATE INDEX dossiers_numbered ON dossiers (organisation_id, change_seq) WHERE change_seq IS NOT NULL;

CREATE TABLE dossier_sequences (
    organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    last BIGINT NOT NULL
);

-- A file that an application sends in several times. Its parts are sealed blobs under the key of the dossier; the name too.
CREATE TABLE uploads (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    field TEXT NOT NULL,
    name_sealed BYTEA NOT NULL,
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX uploads_by_expiry ON uploads (expires_at);
CREATE INDEX uploads_of_dossier ON uploads (organisation_id, dossier_id);

CREATE TABLE upload_parts (
    organisation_id TEXT NOT NULL,
    upload_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    blob TEXT NOT NULL,
    PRIMARY KEY (organisation_id, upload_id, place),
    FOREIGN KEY (organisation_id, upload_id) REFERENCES uploads (organisation_id, id) ON DELETE CASCADE
);
