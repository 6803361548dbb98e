-- Whether the person said how satisfied they are, so that nobody is asked twice. Neither when nor what: a date would join the answer,
-- which is kept without any link (`procedure_satisfactions`), to this dossier.
ALTER TABLE dossiers ADD COLUMN satisfaction_said BIGINT NOT NULL DEFAULT 0 CHECK (satisfaction_said IN (0, 1));
