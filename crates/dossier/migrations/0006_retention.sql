-- Dossiers that ended, by the day of their end: those whose retention is over.
CREATE INDEX dossiers_ended ON dossiers (organisation_id, revision_id, (COALESCE(decided_at, closed_at, withdrawn_at)))
    WHERE submitted_at IS NOT NULL AND erased_at IS NULL;

-- Dossiers kept whatever their retention: an appeal is pending. The reference names no person.
CREATE TABLE dossier_holds (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
