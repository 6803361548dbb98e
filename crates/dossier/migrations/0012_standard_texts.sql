-- Texts that agents write again: of a group, or of the whole organisation when `group_id` is NULL. They say nothing of a person.
-- `version` counts the changes; what each version said, who wrote it and when is kept.
CREATE TABLE standard_texts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    group_id TEXT,
    purpose TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX standard_texts_of_group ON standard_texts (organisation_id, group_id, title);

CREATE TABLE standard_text_versions (
    organisation_id TEXT NOT NULL,
    text_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, text_id, version),
    FOREIGN KEY (organisation_id, text_id) REFERENCES standard_texts (organisation_id, id)
);
