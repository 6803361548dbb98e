-- One row per dossier: dated facts, from which the state is derived. `state`, `silence_due` and `label_sealed` are
-- derived columns, rewritten by every act, for what lists filter, sort and show. Everything that says something of a
-- person is sealed under the dossier's own key: destroying that key is erasing the dossier.
CREATE TABLE dossiers (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    revision_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    identification TEXT NOT NULL CHECK (identification IN ('email', 'code', 'anonymous')),
    challenge_id TEXT,
    version BIGINT NOT NULL,
    answers_version BIGINT NOT NULL,
    people_sealed BYTEA NOT NULL,
    label_sealed BYTEA NOT NULL,
    state TEXT NOT NULL,
    silence_due BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    expires_at BIGINT,
    submitted_at BIGINT,
    waiting_since BIGINT,
    instructed_at BIGINT,
    decided_at BIGINT,
    outcome TEXT,
    visible_at BIGINT,
    decision_read_at BIGINT,
    closed_at BIGINT,
    closing TEXT,
    withdrawn_at BIGINT,
    expired_at BIGINT,
    erased_at BIGINT,
    agent_id TEXT,
    agent_since BIGINT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, number),
    UNIQUE (organisation_id, challenge_id),
    FOREIGN KEY (organisation_id, group_id) REFERENCES agent_groups (organisation_id, id),
    FOREIGN KEY (organisation_id, service_id) REFERENCES services (organisation_id, id)
);
CREATE INDEX dossiers_queue ON dossiers (organisation_id, group_id, state, silence_due, submitted_at, id);
CREATE INDEX dossiers_open ON dossiers (organisation_id, group_id, silence_due, submitted_at, id)
    WHERE state IN ('deposited', 'waiting', 'under-instruction');
CREATE INDEX dossiers_shown ON dossiers (organisation_id, group_id, silence_due, submitted_at, id)
    WHERE state <> 'draft' AND state <> 'expired';
CREATE INDEX dossiers_drafts ON dossiers (state, expires_at);

-- Answers: version 0 is the draft, overwritten while it is filled; version 1 what was deposited; a correction adds a version.
-- `entries_sealed` keeps, by step, what was typed and refused, so that nothing typed is ever lost.
CREATE TABLE dossier_answers (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    entries_sealed BYTEA,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id, version),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);

-- Keyed hashes of the words of names and of their beginnings: finding a name without storing it.
CREATE TABLE dossier_names (
    organisation_id TEXT NOT NULL,
    token BIGINT NOT NULL,
    dossier_id TEXT NOT NULL,
    PRIMARY KEY (organisation_id, token, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX dossier_names_of_dossier ON dossier_names (organisation_id, dossier_id);

CREATE TABLE pieces (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    place TEXT NOT NULL,
    description_sealed BYTEA NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    blob TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    removed_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX pieces_of_dossier ON pieces (organisation_id, dossier_id, created_at);

-- What was promised to the person at deposit: the receipt as it was given.
CREATE TABLE receipts (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);

CREATE TABLE messages (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    sender TEXT NOT NULL CHECK (sender IN ('usager', 'service')),
    agent_id TEXT,
    body_sealed BYTEA NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX messages_of_dossier ON messages (organisation_id, dossier_id, id);

-- Notes between agents. They are part of the file: the person may ask for them (CRPA L311-1).
CREATE TABLE notes (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    body_sealed BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX notes_of_dossier ON notes (organisation_id, dossier_id, id);

-- What an agent asks the person to add or to correct (CRPA L114-5, R112-11-4), with its date.
CREATE TABLE requests (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    asked_sealed BYTEA NOT NULL,
    due_on BIGINT NOT NULL,
    at BIGINT NOT NULL,
    answered_at BIGINT,
    lifted_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX requests_of_dossier ON requests (organisation_id, dossier_id, id);

CREATE TABLE decisions (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);

-- What was posted after the session ended: sealed with a key that only the browser holds, taken back once the person is known again.
CREATE TABLE parked_posts (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    step TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX parked_posts_of_number ON parked_posts (organisation_id, number);
CREATE INDEX parked_posts_by_expiry ON parked_posts (expires_at);
