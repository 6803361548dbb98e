-- Addresses that are told what happens to dossiers. The secret that signs is derived from the master key, the identifier and the
-- generation: it is stored nowhere. A webhook without token was made by who administers and hears of every dossier.
CREATE TABLE webhooks (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    token_id TEXT,
    created_by TEXT,
    created_at BIGINT NOT NULL,
    generation BIGINT NOT NULL,
    rotated_at BIGINT,
    failing_since BIGINT,
    suspended_at BIGINT,
    suspended_for TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, token_id) REFERENCES tokens (organisation_id, id),
    FOREIGN KEY (organisation_id, created_by) REFERENCES agents (organisation_id, id),
    CHECK ((suspended_at IS NULL) = (suspended_for IS NULL))
);

-- What is told, and what became of it: identifiers only. Kept thirty days.
CREATE TABLE webhook_deliveries (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    event TEXT NOT NULL,
    dossier_id TEXT,
    number TEXT,
    procedure TEXT,
    happened_at BIGINT NOT NULL,
    ordered_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    first_attempt_at BIGINT,
    next_attempt_at BIGINT NOT NULL,
    delivered_at BIGINT,
    given_up_at BIGINT,
    replayed_at BIGINT,
    status BIGINT,
    reason TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, webhook_id) REFERENCES webhooks (organisation_id, id),
    CHECK (delivered_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (organisation_id, webhook_id, next_attempt_at)
    WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX webhook_deliveries_order ON webhook_deliveries (organisation_id, webhook_id, dossier_id, ordered_at, id)
    WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX webhook_deliveries_page ON webhook_deliveries (organisation_id, webhook_id, created_at, id);
CREATE INDEX webhook_deliveries_age ON webhook_deliveries (created_at);
