-- Agents whom a note calls: each is told that it is there, and it stays to be read until they read the notes of the dossier. Whom it
-- calls is no secret of the note, which is sealed.
CREATE TABLE mentions (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    note_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, note_id, agent_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id),
    FOREIGN KEY (organisation_id, note_id) REFERENCES notes (organisation_id, id)
);
CREATE INDEX mentions_of_dossier ON mentions (organisation_id, dossier_id, id);
CREATE INDEX mentions_unread ON mentions (organisation_id, agent_id, id) WHERE read_at IS NULL;
