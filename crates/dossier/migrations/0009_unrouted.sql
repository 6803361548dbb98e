-- Dossiers that no rule of their procedure led to a group, or that a rule led to a group that is gone: somebody must look at them, and
-- at the rules. They are with the group of the procedure meanwhile.
CREATE TABLE dossiers_unrouted (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
