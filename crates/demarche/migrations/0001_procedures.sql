-- What a collectivité offers. `published_revision_id` has no foreign key: each of the two tables would have to exist
-- before the other. The acts write both in one transaction.
CREATE TABLE procedures (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    group_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    published_revision_id TEXT,
    closed_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, slug),
    FOREIGN KEY (organisation_id, group_id) REFERENCES agent_groups (organisation_id, id),
    FOREIGN KEY (organisation_id, service_id) REFERENCES services (organisation_id, id)
);

-- A frozen version: the text as it was written, and the two stored forms that a dossier still evaluates in ten years.
-- Never updated, never deleted.
CREATE TABLE procedure_revisions (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    group_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    source TEXT NOT NULL,
    checksum TEXT NOT NULL,
    description TEXT NOT NULL,
    compiled TEXT NOT NULL,
    evaluator BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, procedure_id, number),
    UNIQUE (organisation_id, procedure_id, checksum),
    FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures (organisation_id, id),
    FOREIGN KEY (organisation_id, group_id) REFERENCES agent_groups (organisation_id, id),
    FOREIGN KEY (organisation_id, service_id) REFERENCES services (organisation_id, id),
    FOREIGN KEY (organisation_id, published_by) REFERENCES agents (organisation_id, id)
);

-- A named agent said that the dated facts of a text still hold.
CREATE TABLE procedure_confirmations (
    organisation_id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    checksum TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, procedure_id, checksum),
    FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures (organisation_id, id),
    FOREIGN KEY (organisation_id, confirmed_by) REFERENCES agents (organisation_id, id)
);
