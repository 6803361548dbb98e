-- The same act on many dossiers: what an agent chose, what they confirmed, what became of each dossier. What is done (the texts
-- of messages and decisions) is sealed under the batch's own key.
CREATE TABLE batches (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    act TEXT NOT NULL,
    wanted_sealed BYTEA,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    stopped_at BIGINT,
    ended_at BIGINT,
    undo_at BIGINT,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX batches_of_agent ON batches (organisation_id, agent_id, created_at);
CREATE INDEX batches_by_age ON batches (created_at);

-- `version` is the one that the agent had before their eyes; `result` is empty while nothing was tried.
CREATE TABLE batch_items (
    organisation_id TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    dossier_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    result TEXT,
    at BIGINT,
    undone TEXT,
    PRIMARY KEY (organisation_id, batch_id, place),
    UNIQUE (organisation_id, batch_id, dossier_id),
    FOREIGN KEY (organisation_id, batch_id) REFERENCES batches (organisation_id, id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
