//! Purpose, legal basis, retention and sensitivity: of the field, else of the file.

use serde_saphyr::{Location, Spanned};

use super::Compiler;
use crate::definition::{
    DataDefaults, DataUse, ElementSource, LegalBasis, LegalBasisSource, LegalGround, Problems,
    Retention, RetentionUnit, Sensitivity, Text, limits,
};

/// What the file states once.
#[derive(Default)]
pub(super) struct Defaults {
    purpose: Option<Text>,
    legal_basis: Option<LegalBasis>,
    retention: Option<Retention>,
    sensitivity: Option<Sensitivity>,
}

impl Defaults {
    pub(super) fn read(source: Option<&DataDefaults>, problems: &mut Problems) -> Self {
        let Some(source) = source else {
            return Self::default();
        };
        Self {
            purpose: source
                .purpose
                .as_ref()
                .map(|purpose| read_purpose(purpose, problems)),
            legal_basis: source
                .legal_basis
                .as_ref()
                .and_then(|basis| read_basis(basis, problems)),
            retention: source
                .retention
                .as_ref()
                .and_then(|retention| read_retention(retention, problems)),
            sensitivity: source
                .sensitivity
                .as_ref()
                .and_then(|term| read_sensitivity(term, problems)),
        }
    }
}

impl Compiler<'_> {
    pub(super) fn data_use(&mut self, owner: Location, source: &ElementSource) -> DataUse {
        let problems = &mut self.problems;
        let purpose = match &source.purpose {
            Some(own) => Some(read_purpose(own, problems)),
            None => self.defaults.purpose.clone(),
        };
        let legal_basis = match &source.legal_basis {
            Some(own) => read_basis(own, problems).or_else(|| Some(unknown_basis())),
            None => self.defaults.legal_basis.clone(),
        };
        let retention = match &source.retention {
            Some(own) => read_retention(own, problems).or(Some(UNKNOWN_RETENTION)),
            None => self.defaults.retention,
        };
        let sensitivity = match &source.sensitivity {
            Some(own) => read_sensitivity(own, problems).or(Some(Sensitivity::Ordinary)),
            None => self.defaults.sensitivity,
        };
        DataUse {
            purpose: needed(purpose, "purpose", owner, problems)
                .unwrap_or_else(|| Text::french("?")),
            legal_basis: needed(legal_basis, "legal_basis", owner, problems)
                .unwrap_or_else(unknown_basis),
            retention: needed(retention, "retention", owner, problems).unwrap_or(UNKNOWN_RETENTION),
            sensitivity: needed(sensitivity, "sensitivity", owner, problems)
                .unwrap_or(Sensitivity::Ordinary),
        }
    }

    /// The sensitivity of a field, its own or the one of the file, when it is stated and known.
    pub(super) fn sensitivity_of(&self, source: &ElementSource) -> Option<Sensitivity> {
        match &source.sensitivity {
            Some(own) => own.value.parse().ok(),
            None => self.defaults.sensitivity,
        }
    }
}

fn needed<T>(value: Option<T>, name: &str, owner: Location, problems: &mut Problems) -> Option<T> {
    if value.is_none() {
        let expected = format!("`{name}` on the field or in `data_defaults`");
        problems.note_expecting(owner, format!("`{name}` is missing"), expected);
    }
    value
}

const UNKNOWN_RETENTION: Retention = Retention {
    count: 1,
    unit: RetentionUnit::Days,
};

fn unknown_basis() -> LegalBasis {
    LegalBasis {
        ground: LegalGround::PublicTask,
        text: Text::french("?"),
    }
}

fn read_purpose(source: &Spanned<Text>, problems: &mut Problems) -> Text {
    let fits =
        |version: &str| !version.is_empty() && version.chars().count() <= limits::SHORT_WORDS;
    if !source.value.versions().all(fits) {
        let message = format!("a purpose has 1 to {} letters", limits::SHORT_WORDS);
        problems.note(source.referenced, message);
    }
    source.value.clone()
}

fn read_basis(source: &Spanned<LegalBasisSource>, problems: &mut Problems) -> Option<LegalBasis> {
    let ground = &source.value.ground;
    let text = &source.value.text;
    if text.value.versions().any(str::is_empty) {
        problems.note_expecting(
            text.referenced,
            "the legal basis cites nothing",
            "an article or a deliberation",
        );
    }
    match ground.value.parse() {
        Ok(ground) => Some(LegalBasis {
            ground,
            text: text.value.clone(),
        }),
        Err(()) => {
            let expected = one_of(LegalGround::TERMS);
            problems.note_expecting(
                ground.referenced,
                format!("`{}` is not a ground", ground.value),
                expected,
            );
            None
        }
    }
}

fn read_retention(source: &Spanned<String>, problems: &mut Problems) -> Option<Retention> {
    let retention = source.value.parse().ok();
    if retention.is_none() {
        let message = format!("`{}` is not a retention", source.value);
        problems.note_expecting(
            source.referenced,
            message,
            "a count and a unit, such as `6 months` or `2 years`",
        );
    }
    retention
}

fn read_sensitivity(source: &Spanned<String>, problems: &mut Problems) -> Option<Sensitivity> {
    let sensitivity = source.value.parse().ok();
    if sensitivity.is_none() {
        let message = format!("`{}` is not a sensitivity", source.value);
        problems.note_expecting(source.referenced, message, one_of(Sensitivity::TERMS));
    }
    sensitivity
}

/// The accepted terms, for a problem.
pub(super) fn one_of(terms: &[&str]) -> String {
    format!("one of {}", terms.join(", "))
}
