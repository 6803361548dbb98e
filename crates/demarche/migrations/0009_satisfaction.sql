-- Whether people were satisfied with how their request was dealt with: no dossier, no person, no day. The identifier is random and drawn
-- again at each answer of the month; `counted_in` is the month in which the answer was counted, with four others at least.
CREATE TABLE procedure_satisfactions (
    organisation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    revision_id TEXT NOT NULL,
    month TEXT NOT NULL,
    degree BIGINT NOT NULL CHECK (degree BETWEEN 1 AND 5),
    words_sealed BYTEA,
    counted_in TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures (organisation_id, id),
    FOREIGN KEY (organisation_id, revision_id) REFERENCES procedure_revisions (organisation_id, id)
);
CREATE INDEX procedure_satisfactions_of ON procedure_satisfactions (organisation_id, procedure_id, counted_in, month);
CREATE INDEX procedure_satisfactions_waiting ON procedure_satisfactions (organisation_id, month, procedure_id, id) WHERE counted_in IS NULL;
CREATE INDEX procedure_satisfactions_by_month ON procedure_satisfactions (month);

ALTER TABLE procedure_measures ADD COLUMN satisfactions BIGINT NOT NULL DEFAULT 0;
ALTER TABLE procedure_measures ADD COLUMN satisfactions_kept BIGINT NOT NULL DEFAULT 0;
