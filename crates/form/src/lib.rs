#![doc = include_str!("../README.md")]

pub mod answer;
pub mod carrying;
pub mod definition;
pub mod expression;
pub mod form;
pub mod journey;
pub mod kind;
pub mod prefill;
pub mod source;
pub mod summary;
pub mod validation;

pub use answer::{
    ASKED_INPUT, Address, Amount, Answer, Answers, At, BirthPlace, Cell, Coded, Country, Decimal,
    Entries, EntryError, EntryErrorKind, Geometry, HeldPieces, Identity, Linked, Listed, Location,
    Lookup, NameSource, NoDossiers, NoLists, NoLookup, NoPieces, NoPlaces, NotOwn, OfficialList,
    OfficialLists, OtherChoices, OwnDossiers, Part, PieceEntry, Pieces, Place, PlaceAnswer,
    PlaceScope, Places, Position, Register, Registered, Row, Signature, StepEntries, Surroundings,
    TableRow, asked_input, asked_next_input, entries_of, normalise, normalise_step,
};
pub use carrying::{Asked, Carried, Misfit, Why, carry};
pub use definition::{
    DataDefaults, DataUse, FieldId, LegalBasis, LegalGround, Problem, Retention, RetentionUnit,
    Sensitivity, Shown, StepId, StepSource, Text,
};
pub use expression::Reading;
pub use form::{
    Block, CanonicalError, Check, EVALUATOR_VERSION, Element, Explanation, Field, Form,
    Ineligibility, Proposal, Rule, Step,
};
pub use journey::{
    Barrier, Journey, JourneyElement, JourneyRow, JourneyStep, Missing, Progress, Pruned,
    StepState, prune,
};
pub use kind::Kind;
pub use prefill::{Declined, Prefill, Proposed, Way, prefill};
pub use source::Source;
pub use summary::{SummaryOfRow, SummaryRow, SummaryStep, full_summary, summary};
pub use validation::validate;

/// The French words of the errors and of the parts of the fields, in Fluent.
pub const WORDS_FR: &str = include_str!("../words/fr.ftl");
/// The English words of the errors and of the parts of the fields, in Fluent.
pub const WORDS_EN: &str = include_str!("../words/en.ftl");
/// The words of the errors and of the parts of the fields, by language.
pub const WORDS: &[(parvis_kernel::Language, &str)] = &[
    (parvis_kernel::Language::French, WORDS_FR),
    (parvis_kernel::Language::English, WORDS_EN),
];
