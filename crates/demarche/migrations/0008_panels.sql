-- A draft shown to people who have no account, so that they say what stops them. `source` is the text that they read: the draft goes on
-- without it. The link derives from the master key: nothing of it is kept. `ends_at` is when it stops to serve: closing it brings it nearer.
CREATE TABLE procedure_panels (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    words TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    closed_by TEXT,
    remarks BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, opened_by) REFERENCES agents (organisation_id, id),
    FOREIGN KEY (organisation_id, closed_by) REFERENCES agents (organisation_id, id)
);
CREATE INDEX procedure_panels_of ON procedure_panels (organisation_id, slug, opened_at);
CREATE INDEX procedure_panels_ends ON procedure_panels (ends_at);

-- What somebody said: sealed under the key of its panel, with the name that they chose to give. `place` is the question, `label` its words.
CREATE TABLE procedure_remarks (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    panel_id TEXT NOT NULL,
    place TEXT NOT NULL,
    label TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    written_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT,
    kept BIGINT CHECK (kept IN (0, 1)),
    words TEXT,
    publication_id TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, panel_id) REFERENCES procedure_panels (organisation_id, id),
    FOREIGN KEY (organisation_id, answered_by) REFERENCES agents (organisation_id, id)
);
CREATE INDEX procedure_remarks_of ON procedure_remarks (organisation_id, panel_id, written_at);

-- What a publication answers, in the words of its author: nothing of who said it. It outlives the panel.
CREATE TABLE procedure_citations (
    organisation_id TEXT NOT NULL,
    publication_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    remarks BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (organisation_id, publication_id, position),
    FOREIGN KEY (organisation_id, publication_id) REFERENCES procedure_publications (organisation_id, id)
);
