-- The door through which each act came in. Entries written before this column have none; their commitment does not cover one.
ALTER TABLE journal_acts ADD COLUMN channel TEXT;
ALTER TABLE journal_exchanges ADD COLUMN channel TEXT;
ALTER TABLE journal_security ADD COLUMN channel TEXT;
