-- Facts leave by the outbox: written in the transaction of the act, delivered afterwards, at least once to each
-- subscriber and exactly once in effect (the row of deliveries is written in the subscriber's transaction).
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    hold_until BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    delivered_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE delivered_at IS NULL;
CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;

CREATE TABLE deliveries (
    fact_id TEXT NOT NULL,
    subscriber TEXT NOT NULL,
    delivered_at BIGINT NOT NULL,
    PRIMARY KEY (fact_id, subscriber)
);

-- Jobs touch the world outside of a transaction (send a mail): leased, run, removed; retried with growing delays.
CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    given_up_at BIGINT,
    last_error TEXT
);
CREATE INDEX jobs_due ON jobs (run_at) WHERE given_up_at IS NULL;
