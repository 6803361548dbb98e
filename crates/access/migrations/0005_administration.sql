-- When an agent last came in, and when somebody last said that their rights are right.
ALTER TABLE agents ADD COLUMN last_signed_in_at BIGINT;
ALTER TABLE agents ADD COLUMN reviewed_at BIGINT;

-- An invitation to become an agent. The secret of its link derives from the master key, the identifier and the round: it is
-- stored nowhere, and sending the link again makes the older one worthless.
CREATE TABLE invitations (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    quality TEXT NOT NULL,
    service_id TEXT NOT NULL,
    delegation TEXT,
    offer TEXT NOT NULL,
    round BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, service_id) REFERENCES services (organisation_id, id)
);
-- Of the invitations of an address, one at most waits.
CREATE UNIQUE INDEX invitations_waiting ON invitations (organisation_id, email)
    WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- A review of the rights of every agent that came to its end.
CREATE TABLE rights_reviews (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    completed_at BIGINT NOT NULL,
    completed_by TEXT,
    agents BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, completed_by) REFERENCES agents (organisation_id, id)
);
CREATE INDEX rights_reviews_latest ON rights_reviews (organisation_id, completed_at);
