-- The installation was set up: one row for ever. Whoever inserts it first has set it up; everybody else comes too late.
CREATE TABLE installation (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    set_up_at BIGINT NOT NULL
);
