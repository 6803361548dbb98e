//! Pages of sign-in: codes of persons, password and TOTP of agents.
