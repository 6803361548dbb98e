-- Lists of dossiers given as files. The written reason is sealed under the export's own key, and so is the file, which lives for
-- some days; destroying the key ends both. `expected` is how many dossiers the list held when it was asked, counted up to a limit;
-- `mass` is 1 when somebody else must approve. `run` names who writes it at present, `beat_at` when that one was last heard of.
CREATE TABLE exports (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    language TEXT NOT NULL,
    group_id TEXT NOT NULL,
    procedure_id TEXT,
    states TEXT,
    mine BIGINT NOT NULL CHECK (mine IN (0, 1)),
    format TEXT NOT NULL,
    expected BIGINT NOT NULL,
    mass BIGINT NOT NULL CHECK (mass IN (0, 1)),
    reason_sealed BYTEA,
    asked_at BIGINT NOT NULL,
    approved_at BIGINT,
    approved_by TEXT,
    refused_at BIGINT,
    run TEXT,
    beat_at BIGINT,
    written BIGINT NOT NULL,
    ended_at BIGINT,
    failure TEXT,
    blob TEXT,
    size BIGINT,
    deleted_at BIGINT,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX exports_of_agent ON exports (organisation_id, agent_id, asked_at);
CREATE INDEX exports_by_blob ON exports (blob);
CREATE INDEX exports_by_expiry ON exports (expires_at);
-- Those that wait for an approval only.
CREATE INDEX exports_to_approve ON exports (organisation_id, asked_at)
    WHERE mass = 1 AND approved_at IS NULL AND refused_at IS NULL AND deleted_at IS NULL;
