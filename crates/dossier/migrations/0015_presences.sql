-- Which agents have a dossier before their eyes: written at most once a minute for each, over two minutes after, then swept. It is no
-- trace of a consultation, which the journal keeps.
CREATE TABLE dossier_presences (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    since BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id, agent_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX dossier_presences_by_seen ON dossier_presences (seen_at);
