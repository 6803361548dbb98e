-- When a draft was last tried, by whom, and which version of it.
ALTER TABLE procedure_drafts ADD COLUMN tried_at BIGINT;
ALTER TABLE procedure_drafts ADD COLUMN tried_by TEXT;
ALTER TABLE procedure_drafts ADD COLUMN tried_version BIGINT;
