-- One more role in the organisation: who receives people at the desk, for every procedure.
CREATE TABLE organisation_roles_with_desk (
    organisation_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'procedure_author', 'dpo', 'guichet')),
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id, role),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
INSERT INTO organisation_roles_with_desk (organisation_id, agent_id, role, granted_at)
SELECT organisation_id, agent_id, role, granted_at FROM organisation_roles;
DROP TABLE organisation_roles;
ALTER TABLE organisation_roles_with_desk RENAME TO organisation_roles;

-- The person whom an agent serves now, one at a time in a session: while the row exists, the agent holds that dossier for them.
CREATE TABLE counter_visits (
    organisation_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('counter', 'phone', 'paper')),
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, session_id),
    FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id) ON DELETE CASCADE
);

-- The dossiers that an agent served, the latest time: their own drafts are found again by it.
CREATE TABLE counter_dossiers (
    organisation_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    served_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id, dossier_id),
    FOREIGN KEY (organisation_id, agent_id) REFERENCES agents (organisation_id, id)
);
CREATE INDEX counter_dossiers_latest ON counter_dossiers (organisation_id, agent_id, served_at);
