-- Applications of the organisation or of a partner. The secret is shown once; here, its SHA-256. Scopes and limits never change:
-- another right is another token.
CREATE TABLE tokens (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    procedures TEXT NOT NULL,
    groups TEXT NOT NULL,
    networks TEXT NOT NULL,
    created_by TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, secret_hash),
    FOREIGN KEY (organisation_id, created_by) REFERENCES agents (organisation_id, id)
);

-- The dossiers that an application began: those that it may fill and deposit.
CREATE TABLE token_dossiers (
    organisation_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, token_id, dossier_id),
    FOREIGN KEY (organisation_id, token_id) REFERENCES tokens (organisation_id, id)
);
