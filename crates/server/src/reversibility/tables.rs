//! What becomes of each table when its organisation goes elsewhere. A table that is not here stops an export: nothing is forgotten
//! in silence.

use parvis_store::snapshot::Whose;

/// What becomes of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its rows go as they are.
    Moves(Whose),
    /// It depends on the master key: it is made again where it arrives, from what moves.
    MadeAgain(&'static str),
    /// It stays, for a reason.
    LeftBehind(&'static str),
}

use Fate::{LeftBehind, MadeAgain, Moves};

/// The column `organisation_id` says whose a row is.
const OWN: Fate = Moves(Whose::Column);
/// What nobody has heard yet.
const UNHEARD: &str = "delivered_at IS NULL";

/// The fate of every table of the house.
#[must_use]
pub const fn fates() -> &'static [(&'static str, Fate)] {
    TABLES
}

/// The fate of a table.
pub(super) fn fate(table: &str) -> Option<Fate> {
    let found = TABLES.iter().find(|(name, _)| *name == table);
    found.map(|(_, fate)| *fate)
}

const TABLES: &[(&str, Fate)] = &[
    // The organisation.
    ("organisations", Moves(Whose::Itself)),
    ("organisation_logos", OWN),
    ("services", OWN),
    ("agent_groups", OWN),
    (
        "installation",
        LeftBehind("it says who set this installation up"),
    ),
    // What opens what is sealed.
    (
        "data_keys",
        MadeAgain("each key is wrapped by the master key: it goes bare, and is wrapped again"),
    ),
    // Agents and what they hold.
    ("agents", OWN),
    ("agent_identities", OWN),
    ("memberships", OWN),
    ("organisation_roles", OWN),
    ("invitations", OWN),
    ("rights_reviews", OWN),
    ("tokens", OWN),
    ("token_dossiers", OWN),
    ("counter_dossiers", OWN),
    ("identity_providers", OWN),
    // Accounts of persons.
    ("accounts", OWN),
    ("account_dossiers", OWN),
    ("account_notices", OWN),
    (
        "account_recovery_codes",
        LeftBehind(
            "their hashes depend on the master key, and nobody knows the codes: new ones are drawn",
        ),
    ),
    (
        "account_address_changes",
        LeftBehind("the link that undoes one derives from the master key"),
    ),
    (
        "account_resets",
        LeftBehind("the link that refuses one derives from the master key: it is asked again"),
    ),
    (
        "account_passkeys",
        LeftBehind(
            "a device proves itself to one address, and is found by a hash that depends on the master key: it is added again",
        ),
    ),
    // What passes.
    ("passkey_ceremonies", LeftBehind("it lasts five minutes")),
    ("sessions", LeftBehind("everybody signs in again")),
    ("session_dossiers", LeftBehind("it ends with its session")),
    (
        "challenges",
        LeftBehind("a code serves for some minutes, in its session"),
    ),
    ("counter_visits", LeftBehind("it ends with its session")),
    ("identity_attempts", LeftBehind("it lasts some minutes")),
    ("identity_sessions", LeftBehind("it ends with its session")),
    (
        "idempotent_calls",
        LeftBehind("an answer is remembered for a day"),
    ),
    // Procedures.
    ("procedures", OWN),
    ("procedure_revisions", OWN),
    ("procedure_confirmations", OWN),
    ("procedure_drafts", OWN),
    ("procedure_draft_texts", OWN),
    (
        "procedure_measures",
        LeftBehind("counted again every day from the dossiers"),
    ),
    ("procedure_satisfactions", OWN),
    ("procedure_writers", OWN),
    ("procedure_reviews", OWN),
    ("procedure_publications", OWN),
    ("procedure_panels", OWN),
    ("procedure_remarks", OWN),
    ("procedure_citations", OWN),
    // Dossiers.
    ("dossiers", OWN),
    ("dossier_answers", OWN),
    ("dossier_holds", OWN),
    ("dossier_prefilled", OWN),
    (
        "prefills",
        LeftBehind(
            "what a link or an application proposes: it depends on the master key, and is proposed again",
        ),
    ),
    ("dossier_sequences", OWN),
    ("dossiers_unrouted", OWN),
    ("pieces", OWN),
    ("receipts", OWN),
    ("mentions", OWN),
    ("messages", OWN),
    ("notes", OWN),
    ("requests", OWN),
    ("decisions", OWN),
    ("payment_orders", OWN),
    ("payments", OWN),
    ("reminders", OWN),
    (
        "dossier_presences",
        LeftBehind("who has a dossier before their eyes, for two minutes"),
    ),
    (
        "dossier_names",
        MadeAgain("keyed hashes of names: they depend on the master key"),
    ),
    (
        "dossier_words",
        MadeAgain("keyed hashes of words: they depend on the master key"),
    ),
    (
        "parked_posts",
        LeftBehind("only the browser that posted it opens it, for an hour"),
    ),
    (
        "uploads",
        LeftBehind("a reception that is not over begins again"),
    ),
    (
        "upload_parts",
        LeftBehind("a reception that is not over begins again"),
    ),
    // What agents work with.
    ("agent_shortcuts", OWN),
    ("batches", OWN),
    ("batch_items", OWN),
    ("default_views", OWN),
    ("views", OWN),
    ("standard_texts", OWN),
    ("standard_text_versions", OWN),
    (
        "exports",
        LeftBehind("copies of lists, kept for some days: they are asked again"),
    ),
    // What is to be told, and what was.
    ("outbox", Moves(Whose::Those(UNHEARD))),
    (
        "deliveries",
        Moves(Whose::Named {
            column: "fact_id",
            of: "outbox",
            that: UNHEARD,
        }),
    ),
    ("jobs", OWN),
    ("mails", OWN),
    ("webhooks", OWN),
    ("webhook_deliveries", OWN),
    // Journals: commitments do not depend on the master key.
    ("journal_acts", OWN),
    ("journal_exchanges", OWN),
    ("journal_security", OWN),
];
