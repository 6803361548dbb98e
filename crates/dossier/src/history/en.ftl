## What happened to a file: one message for each verb of the journal of acts

event-draft-started = Draft begun
event-draft-answered = Answer saved
event-draft-people-set = People of the file given
event-draft-erased = Draft erased by its author
event-draft-expired = Draft erased, as it was not submitted
event-dossier-submitted = Request submitted
event-dossier-assigned = File assigned
event-dossier-instructed = Processing begun
event-dossier-requested = Document or correction asked for
event-dossier-completed = Answer to the service received
event-dossier-messaged = Message written
event-dossier-annotated = Note added
event-dossier-decided = Decision taken
event-dossier-decision-taken-back = Decision taken back before it was shown
event-dossier-closed = File closed
event-dossier-withdrawn = Request withdrawn
event-decision-first-read = Decision read for the first time
event-piece-added = Document added
event-piece-removed = Document removed
event-door-counter = at the desk, with an agent
event-door-phone = on the phone, with an agent
event-door-paper = by an agent, from a paper form
event-by-counter = { $agent }, at the desk
event-by-phone = { $agent }, on the phone
event-by-paper = { $agent }, from a paper form
