-- The account that a person may open, in one organisation. The address is sealed, and found by a keyed hash.
CREATE TABLE accounts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    address_sealed BYTEA NOT NULL,
    password_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    totp_sealed BYTEA,
    totp_enrolled_at BIGINT,
    totp_last_step BIGINT NOT NULL,
    failed_tries BIGINT NOT NULL,
    locked_until BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, address_hash)
);

-- For a person with an account, `second_factor_at` says when they last proved who they are, in full.
ALTER TABLE sessions ADD COLUMN account_id TEXT;
ALTER TABLE sessions ADD COLUMN device TEXT;
CREATE INDEX sessions_of_account ON sessions (organisation_id, account_id, last_seen_at) WHERE account_id IS NOT NULL;

-- The dossiers that an account keeps at hand: begun while signed in, or added with a proof.
CREATE TABLE account_dossiers (
    organisation_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, account_id, dossier_id),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX account_dossiers_by_age ON account_dossiers (organisation_id, account_id, added_at, dossier_id);

-- Codes for the day when the second factor is lost: keyed hashes only, each serves once.
CREATE TABLE account_recovery_codes (
    organisation_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    drawn_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (organisation_id, account_id, code_hash),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE
);

-- The address that an account had before: it can be put back for seven days.
CREATE TABLE account_address_changes (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    old_hash TEXT NOT NULL,
    old_sealed BYTEA NOT NULL,
    changed_at BIGINT NOT NULL,
    cancelled_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX account_address_changes_of_account ON account_address_changes (organisation_id, account_id, changed_at);

-- An administrator saw the person who lost their second factor: it is forgotten later, unless the person says no.
CREATE TABLE account_resets (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
CREATE UNIQUE INDEX account_resets_waiting ON account_resets (organisation_id, account_id) WHERE ended_at IS NULL;
CREATE INDEX account_resets_of_account ON account_resets (organisation_id, account_id);

-- What an address is told of an account: kept apart, so that the old address and a closed account can still be told.
CREATE TABLE account_notices (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT,
    address_sealed BYTEA NOT NULL,
    language TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX account_notices_by_age ON account_notices (at);
