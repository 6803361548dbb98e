-- Mails to send and sent: identifiers only. What a mail says and to whom is read again when it leaves.
CREATE TABLE mails (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    template TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    sent_at BIGINT,
    given_up_at BIGINT,
    given_up_for TEXT,
    PRIMARY KEY (organisation_id, id),
    CHECK (sent_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX mails_by_subject ON mails (organisation_id, subject_id);
CREATE INDEX mails_by_age ON mails (created_at);
