//! Pure administrative law: calendars, deadlines, contents that documents must have.
