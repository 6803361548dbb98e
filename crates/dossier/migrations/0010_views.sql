-- What agents chose to see of the list of a group, under a name: their own, or shared with the group. A name says nothing of a person:
-- the page asks for it. `columns` are words separated by spaces, in their order.
CREATE TABLE views (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    name TEXT NOT NULL,
    shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
    states TEXT,
    mine BIGINT NOT NULL CHECK (mine IN (0, 1)),
    procedure_id TEXT,
    columns TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id)
);
CREATE INDEX views_of_group ON views (organisation_id, group_id, name);

-- The view with which an agent begins in a group.
CREATE TABLE default_views (
    organisation_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    view_id TEXT NOT NULL,
    PRIMARY KEY (organisation_id, agent_id, group_id),
    FOREIGN KEY (organisation_id, view_id) REFERENCES views (organisation_id, id)
);
CREATE INDEX default_views_by_view ON default_views (organisation_id, view_id);

-- The columns of the view from which an export was asked, as a view keeps them; all of them without any.
ALTER TABLE exports ADD COLUMN columns TEXT;
