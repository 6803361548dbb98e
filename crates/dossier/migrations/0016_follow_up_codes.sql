-- The follow-up code that a person was given by another installation, sealed under the dossier's key: their dossier came with its
-- organisation, and their code must go on opening it. NULL: the code is the one that derives from the master key of this installation.
ALTER TABLE dossiers ADD COLUMN given_code_sealed BYTEA;
