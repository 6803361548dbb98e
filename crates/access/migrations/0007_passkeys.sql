-- The passkeys of an account: found by a keyed hash of the identifier that the device gave; the public key, its counter and the name
-- that the person chose are sealed under the key of the account. `version` grows with each use, so that one counter is kept after another.
CREATE TABLE account_passkeys (
    organisation_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    credential_hash TEXT NOT NULL,
    credential_sealed BYTEA NOT NULL,
    name_sealed BYTEA NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    PRIMARY KEY (organisation_id, account_id, id),
    UNIQUE (organisation_id, credential_hash),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE
);

-- What a device was asked, until it answers: one at a time in a browser, for five minutes, for one answer.
CREATE TABLE passkey_ceremonies (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    browser_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('new', 'proof')),
    account_id TEXT,
    state_sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, browser_hash),
    FOREIGN KEY (organisation_id, account_id) REFERENCES accounts (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX passkey_ceremonies_by_end ON passkey_ceremonies (expires_at);
CREATE INDEX passkey_ceremonies_of_account ON passkey_ceremonies (organisation_id, account_id);
