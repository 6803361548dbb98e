-- Who wrote a draft, for as long as it is one: `publication_id` is empty. Once it is published, who wrote what was published.
CREATE TABLE procedure_writers (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    slug TEXT NOT NULL,
    publication_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, slug, publication_id, agent_id),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
INSERT INTO procedure_writers (organisation_id, slug, publication_id, agent_id, written_at)
SELECT organisation_id, slug, '', written_by, MAX(written_at) FROM (
    SELECT organisation_id, slug, written_by, written_at FROM procedure_drafts WHERE written_by IS NOT NULL
    UNION ALL
    SELECT organisation_id, slug, written_by, written_at FROM procedure_draft_texts WHERE written_by IS NOT NULL
) AS written GROUP BY organisation_id, slug, written_by;

-- A draft given to a second person to read. `checksum` and `base` say exactly what: this text, in the place of that revision (empty: of
-- none). What is answered holds for nothing else.
CREATE TABLE procedure_reviews (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    checksum TEXT NOT NULL,
    base TEXT NOT NULL,
    note TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    answered_at BIGINT,
    answered_by TEXT,
    approved BIGINT CHECK (approved IN (0, 1)),
    comment TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, asked_by) REFERENCES agents (organisation_id, id),
    FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES agents (organisation_id, id),
    FOREIGN KEY (organisation_id, answered_by) REFERENCES agents (organisation_id, id)
);
CREATE INDEX procedure_reviews_of ON procedure_reviews (organisation_id, slug, asked_at);
-- Of two requests at once for one procedure, one is kept.
CREATE UNIQUE INDEX procedure_reviews_waiting ON procedure_reviews (organisation_id, slug)
    WHERE answered_at IS NULL AND withdrawn_at IS NULL;

-- Each time that a revision became the published one: the same may be published again. `review_id`: the reading on which it rests.
-- `unreviewed_because`: why nobody else read it, where the organisation asks for a second person.
CREATE TABLE procedure_publications (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    revision_id TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT,
    review_id TEXT,
    unreviewed_because TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures (organisation_id, id),
    FOREIGN KEY (organisation_id, revision_id) REFERENCES procedure_revisions (organisation_id, id),
    FOREIGN KEY (organisation_id, published_by) REFERENCES agents (organisation_id, id),
    FOREIGN KEY (organisation_id, review_id) REFERENCES procedure_reviews (organisation_id, id)
);
CREATE INDEX procedure_publications_of ON procedure_publications (organisation_id, procedure_id, published_at);
