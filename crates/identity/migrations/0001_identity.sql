-- The OpenID Connect provider by which the agents of an organisation may sign in: one at most. Its secret is sealed under the key
-- of `id`. What matters changes the version: it has to be tried again before it is open to agents.
CREATE TABLE identity_providers (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    secret_sealed BYTEA NOT NULL,
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    acr TEXT NOT NULL,
    domains TEXT NOT NULL,
    matching TEXT NOT NULL CHECK (matching IN ('subject', 'subject_and_address')),
    second_factor TEXT NOT NULL CHECK (second_factor IN ('house', 'provider')),
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    tried_at BIGINT,
    enabled_at BIGINT,
    PRIMARY KEY (organisation_id)
);

-- Somebody is on their way to the provider and back: known by what the provider hands back (`state`) and by what their browser
-- keeps; here, the SHA-256 of both. It serves once.
CREATE TABLE identity_attempts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    state_hash TEXT NOT NULL,
    browser_hash TEXT NOT NULL,
    version BIGINT NOT NULL,
    way TEXT NOT NULL,
    tried_by TEXT,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, state_hash)
);
CREATE INDEX identity_attempts_by_expiry ON identity_attempts (expires_at);

-- Whom a provider means by a subject: bound at the first sign-in, by a verified address.
CREATE TABLE agent_identities (
    organisation_id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, issuer, subject),
    UNIQUE (organisation_id, agent_id, issuer),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);

-- The sessions that a provider opened, and what it asks to be shown when they are closed there too; sealed under the key of the agent.
CREATE TABLE identity_sessions (
    organisation_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    id_token_sealed BYTEA NOT NULL,
    PRIMARY KEY (organisation_id, session_id),
    FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id) ON DELETE CASCADE
);
