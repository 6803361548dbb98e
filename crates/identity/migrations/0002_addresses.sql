-- Some providers, ProConnect among them, hand over verified addresses only and never say so (`email_verified`).
ALTER TABLE identity_providers ADD COLUMN addresses TEXT NOT NULL DEFAULT 'said_verified'
    CHECK (addresses IN ('said_verified', 'all_verified'));
