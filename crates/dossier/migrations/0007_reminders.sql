-- What a person was reminded of, the latest time: `about` is the date that was recalled, so that a draft that was touched again, or a
-- new request, may be recalled again.
CREATE TABLE reminders (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'request')),
    about BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id, kind),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);

-- The requests that wait for an answer, by the day on which it is expected.
CREATE INDEX requests_awaited ON requests (due_on) WHERE answered_at IS NULL AND lifted_at IS NULL;
