-- Three journals, because three retention rules: administrative acts (as long as the file), consultations and
-- exchanges (36 months, open to the person: CRPA R114-9-7), security (12 months: CNIL deliberation 2021-122).
-- An entry holds identifiers only. Its salted commitment is what a later transparency log will publish: destroying
-- the salt makes the commitment say nothing.
CREATE TABLE journal_acts (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT,
    purpose TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    salt BYTEA NOT NULL,
    commitment BYTEA NOT NULL
);
CREATE INDEX journal_acts_by_subject ON journal_acts (organisation_id, subject_id, id);

CREATE TABLE journal_exchanges (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT,
    purpose TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    salt BYTEA NOT NULL,
    commitment BYTEA NOT NULL
);
CREATE INDEX journal_exchanges_by_subject ON journal_exchanges (organisation_id, subject_id, id);
CREATE INDEX journal_exchanges_by_time ON journal_exchanges (organisation_id, at);

CREATE TABLE journal_security (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT,
    purpose TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    salt BYTEA NOT NULL,
    commitment BYTEA NOT NULL
);
CREATE INDEX journal_security_by_subject ON journal_security (organisation_id, subject_id, id);
CREATE INDEX journal_security_by_time ON journal_security (organisation_id, at);
