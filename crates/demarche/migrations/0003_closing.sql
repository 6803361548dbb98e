-- What the public is told of a closed procedure: which other one replaces it, or why there is none.
ALTER TABLE procedures ADD COLUMN replacement_slug TEXT;
ALTER TABLE procedures ADD COLUMN closing_words TEXT;
