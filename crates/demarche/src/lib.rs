//! Procedures: files, revisions, publication, search, presentation pages.
