-- The examination of pieces by an antivirus. `examine_at` is when it is tried next: 0 for the pieces of before (they come after the others),
-- nothing once it is over. `examine_trouble` says why the last try failed. `infection` is the name of what was found, by the signatures
-- of `examined_with`; `infection_told_at`, when the person was asked for another file.
ALTER TABLE pieces ADD COLUMN examine_at BIGINT DEFAULT 0;
ALTER TABLE pieces ADD COLUMN examine_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pieces ADD COLUMN examine_trouble TEXT;
ALTER TABLE pieces ADD COLUMN examined_at BIGINT;
ALTER TABLE pieces ADD COLUMN examined_with TEXT;
ALTER TABLE pieces ADD COLUMN infection TEXT;
ALTER TABLE pieces ADD COLUMN infection_told_at BIGINT;
CREATE INDEX pieces_to_examine ON pieces (examine_at) WHERE examine_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX pieces_to_examine_of ON pieces (organisation_id, created_at) WHERE examine_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX pieces_infected_untold ON pieces (organisation_id, id) WHERE infection IS NOT NULL AND infection_told_at IS NULL AND removed_at IS NULL;
