-- The keys that an agent chose, when they are not those of the house: `next:j previous:k`, an act without a key being left out.
CREATE TABLE agent_shortcuts (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    agent_id TEXT NOT NULL,
    active BIGINT NOT NULL CHECK (active IN (0, 1)),
    keys TEXT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id)
);
