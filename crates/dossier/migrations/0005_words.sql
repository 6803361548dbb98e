-- Keyed hashes of the words of answers and messages: finding a dossier by what it says without storing what it says.
CREATE TABLE dossier_words (
    organisation_id TEXT NOT NULL,
    token BIGINT NOT NULL,
    dossier_id TEXT NOT NULL,
    PRIMARY KEY (organisation_id, token, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX dossier_words_of_dossier ON dossier_words (organisation_id, dossier_id);
