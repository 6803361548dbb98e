-- When an entry of the security journal was written to the security log of the installation (a file, a syslog), if it has one.
-- It is no part of the entry, and of no commitment.
ALTER TABLE journal_security ADD COLUMN sent_at BIGINT;
CREATE INDEX journal_security_unsent ON journal_security (id) WHERE sent_at IS NULL;
