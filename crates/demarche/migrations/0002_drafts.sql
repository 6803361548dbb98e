-- What an author prepares and the public does not see: one text for each name in addresses. Every replacement makes another version,
-- so that nobody replaces or publishes what they have not read. `base_revision_id` is what was published when it was written.
CREATE TABLE procedure_drafts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    slug TEXT NOT NULL,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    checksum TEXT NOT NULL,
    base_revision_id TEXT,
    written_at BIGINT NOT NULL,
    written_by TEXT,
    PRIMARY KEY (organisation_id, slug),
    FOREIGN KEY (organisation_id, written_by) REFERENCES agents (organisation_id, id)
);
