-- What an agent may do in the whole organisation, beside what they may do in each group.
CREATE TABLE organisation_roles (
    organisation_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'procedure_author', 'dpo')),
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id, role),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
