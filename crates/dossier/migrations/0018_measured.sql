-- What the promises of a procedure are measured on, read once a day, page after page.
CREATE INDEX dossiers_answered ON dossiers (organisation_id, procedure_id, decided_at, id) WHERE decided_at IS NOT NULL;
CREATE INDEX dossiers_unanswered ON dossiers (organisation_id, procedure_id, submitted_at, id)
    WHERE state IN ('deposited', 'under-instruction');
CREATE INDEX messages_received ON messages (organisation_id, at, id) WHERE sender = 'usager';
