-- The texts that a draft had, so that its authors can undo and redo: `position` in the draft is the one that it has now. The latest only
-- are kept; all go with the draft. `version` is that of the draft when the text was written.
CREATE TABLE procedure_draft_texts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    slug TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    source TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    written_by TEXT,
    PRIMARY KEY (organisation_id, slug, position),
    FOREIGN KEY (organisation_id, written_by) REFERENCES agents (organisation_id, id)
);
ALTER TABLE procedure_drafts ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
