//! SQLite and PostgreSQL behind one transaction, migrations, sealing, blobs.
