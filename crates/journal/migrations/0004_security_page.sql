-- The page of the security journal reads from the latest entry, all of them, those of an actor, or those of a verb.
CREATE INDEX journal_security_page ON journal_security (organisation_id, at, id);
CREATE INDEX journal_security_by_actor ON journal_security (organisation_id, actor_id, at, id);
CREATE INDEX journal_security_by_verb ON journal_security (organisation_id, verb, at, id);
