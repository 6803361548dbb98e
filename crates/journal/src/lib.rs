//! Append-only traces of acts, consultations and security events.
