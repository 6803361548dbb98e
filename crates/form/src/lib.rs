#![doc = include_str!("../README.md")]

pub mod answer;
pub mod definition;
pub mod expression;
pub mod form;
pub mod journey;
pub mod kind;
pub mod summary;
pub mod validation;

pub use answer::{
    ASKED_INPUT, Address, Answer, Answers, At, BirthPlace, Country, Entries, EntryError,
    EntryErrorKind, HeldPieces, Identity, NoPieces, NoPlaces, Part, PieceEntry, Pieces, Place,
    PlaceAnswer, PlaceScope, Places, Row, StepEntries, Surroundings, asked_input, entries_of,
    normalise, normalise_step,
};
pub use definition::{
    DataDefaults, DataUse, FieldId, LegalBasis, LegalGround, Problem, Retention, RetentionUnit,
    Sensitivity, StepId, StepSource, Text,
};
pub use form::{
    Block, CanonicalError, EVALUATOR_VERSION, Element, Explanation, Field, Form, Rule, Step,
};
pub use journey::{
    Journey, JourneyElement, JourneyRow, JourneyStep, Missing, Progress, StepState, prune,
};
pub use kind::Kind;
pub use summary::{SummaryOfRow, SummaryRow, SummaryStep, summary};
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
