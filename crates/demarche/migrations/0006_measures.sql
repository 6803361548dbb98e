-- How far the promises of a procedure were kept over a year: counts, made once a day, about nobody in particular.
CREATE TABLE procedure_measures (
    organisation_id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    answers BIGINT NOT NULL,
    answers_kept BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    messages_kept BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, procedure_id),
    FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures (organisation_id, id)
);
