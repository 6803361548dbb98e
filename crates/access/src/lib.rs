//! Accounts, sessions, codes, roles, authorisation: rules and rows.
