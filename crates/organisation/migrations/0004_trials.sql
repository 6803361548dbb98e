-- The twin of an organisation: where its authors try procedures. Its identifier separates what is tried from everything that is real, as it
-- separates two organisations. One at most for each organisation; it ends thirty days after `created_at`, with all that it holds.
ALTER TABLE organisations ADD COLUMN test_of TEXT REFERENCES organisations (id);
CREATE UNIQUE INDEX organisations_test_of ON organisations (test_of) WHERE test_of IS NOT NULL;
