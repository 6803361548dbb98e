CREATE TABLE agents (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    quality TEXT NOT NULL,
    service_id TEXT NOT NULL,
    delegation TEXT,
    password_hash TEXT NOT NULL,
    totp_sealed BYTEA,
    totp_last_step BIGINT NOT NULL,
    failed_tries BIGINT NOT NULL,
    locked_until BIGINT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, email),
    FOREIGN KEY (organisation_id, service_id) REFERENCES services (organisation_id, id)
);

CREATE TABLE memberships (
    organisation_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'instructeur')),
    PRIMARY KEY (organisation_id, agent_id, group_id),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id),
    FOREIGN KEY (organisation_id, group_id) REFERENCES agent_groups (organisation_id, id)
);

-- The token of a session is in the browser only: here, its SHA-256.
CREATE TABLE sessions (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    agent_id TEXT,
    second_factor_at BIGINT,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
CREATE INDEX sessions_of_agent ON sessions (organisation_id, agent_id) WHERE agent_id IS NOT NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The dossiers that a session of a person may open: given by a confirmed code, a follow-up code, or their creation.
CREATE TABLE session_dossiers (
    organisation_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, session_id, dossier_id),
    FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id) ON DELETE CASCADE
);

-- A code sent to an address. The code itself is derived from the master key and never stored; the address is sealed.
CREATE TABLE challenges (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    address_sealed BYTEA NOT NULL,
    purpose TEXT NOT NULL,
    dossier_id TEXT,
    decoy BIGINT NOT NULL CHECK (decoy IN (0, 1)),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    confirmed_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX challenges_of_session ON challenges (organisation_id, session_id);
CREATE INDEX challenges_by_expiry ON challenges (expires_at);
