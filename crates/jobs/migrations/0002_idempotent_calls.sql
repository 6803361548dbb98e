-- What a caller asked to happen once: the same key gives the same answer for a day. The answer holds no personal data.
CREATE TABLE idempotent_calls (
    organisation_id TEXT NOT NULL,
    caller TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, caller, key)
);
CREATE INDEX idempotent_calls_by_age ON idempotent_calls (at);
