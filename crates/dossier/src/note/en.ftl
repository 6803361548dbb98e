note-title = Notes between agents
note-law = These notes are part of the file: the person may ask to read them (article L311-1 of the code of relations between the public and the administration). Write facts, in the words that you would use before them.
note-none = No note yet.
note-text = Add a note
note-hint = A note cannot be changed or erased.
note-add = Add the note
