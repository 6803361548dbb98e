//! The kinds of field as an author chooses among them: a line for each, with what it asks.

use super::asked::{Asked, OPTIONS, OPTIONS_LEADING, What, ask};

/// One kind.
#[derive(Debug)]
pub(super) struct Line {
    /// The term of the procedure file.
    pub term: &'static str,
    /// The words that name it.
    pub words: &'static str,
    /// What it asks besides what every field asks.
    pub asked: &'static [Asked],
}

const fn line(term: &'static str, words: &'static str, asked: &'static [Asked]) -> Line {
    Line { term, words, asked }
}

const ASKED: &[(&str, &str)] = &[
    ("no", "editor-term-not-asked"),
    ("optional", "editor-term-asked-optional"),
    ("required", "editor-term-asked-required"),
];

const SCOPES: &[(&str, &str)] = &[
    ("current", "editor-term-current"),
    ("current_and_former", "editor-term-current-and-former"),
];

const SHAPES: &[(&str, &str)] = &[
    ("point", "editor-term-point"),
    ("line", "editor-term-line"),
    ("area", "editor-term-area"),
];

const FILES: &[(&str, &str)] = &[
    ("pdf", "editor-term-pdf"),
    ("jpeg", "editor-term-jpeg"),
    ("png", "editor-term-png"),
    ("webp", "editor-term-webp"),
    ("heic", "editor-term-heic"),
];

const VALUE: Asked =
    ask("value", "editor-ask-value", What::Expression).hint("editor-ask-value-hint");
const MAX_LENGTH: Asked = ask("max_length", "editor-ask-max-length", What::Number);
const PAST: Asked = ask("past", "editor-ask-past", What::Tick { otherwise: false });
const FUTURE: Asked = ask(
    "future",
    "editor-ask-future",
    What::Tick { otherwise: false },
);
const AFTER: Asked = ask("after", "editor-ask-after", What::Line).hint("editor-ask-bound-hint");
const BEFORE: Asked = ask("before", "editor-ask-before", What::Line).hint("editor-ask-bound-hint");
const MIN_AGE: Asked = ask("min_age", "editor-ask-min-age", What::Number);
const MAX_AGE: Asked = ask("max_age", "editor-ask-max-age", What::Number);
const MIN: Asked = ask("min", "editor-ask-min", What::Number);
const MAX: Asked = ask("max", "editor-ask-max", What::Number);
const OTHER: Asked = ask("other", "editor-ask-other", What::Tick { otherwise: false });
const CHOSEN: Asked = ask("options", "editor-ask-options", What::Rows(&OPTIONS));

/// Every kind, in the order in which an author reads them. A kind of the engine that has no line here fails a test.
pub(super) const KINDS: &[Line] = &[
    line(
        "short_text",
        "editor-kind-short-text",
        &[
            MAX_LENGTH,
            ask("pattern", "editor-ask-pattern", What::Line),
            ask("example", "editor-ask-example", What::Line),
            ask("pattern_message", "editor-ask-message", What::Words),
        ],
    ),
    line("long_text", "editor-kind-long-text", &[MAX_LENGTH]),
    line("choice", "editor-kind-choice", &[CHOSEN, OTHER]),
    line("choices", "editor-kind-choices", &[CHOSEN, OTHER]),
    line("select", "editor-kind-select", &[CHOSEN]),
    line(
        "linked",
        "editor-kind-linked",
        &[
            ask(
                "options",
                "editor-ask-options",
                What::Rows(&OPTIONS_LEADING),
            )
            .hint("editor-ask-linked-hint"),
            ask("second_label", "editor-ask-second-label", What::Words),
        ],
    ),
    line(
        "table",
        "editor-kind-table",
        &[
            ask("table/csv", "editor-ask-csv", What::Expression).hint("editor-ask-csv-hint"),
            ask("table/value", "editor-ask-table-value", What::Line),
            ask("table/label", "editor-ask-table-label", What::Words),
        ],
    ),
    line("yes_no", "editor-kind-yes-no", &[]),
    line("integer", "editor-kind-integer", &[MIN, MAX]),
    line(
        "decimal",
        "editor-kind-decimal",
        &[
            ask("decimals", "editor-ask-decimals", What::Number),
            ask("min", "editor-ask-min", What::Line),
            ask("max", "editor-ask-max", What::Line),
            ask("unit", "editor-ask-unit", What::Words),
        ],
    ),
    line(
        "amount",
        "editor-kind-amount",
        &[
            ask("min", "editor-ask-min-euros", What::Line).hint("editor-ask-euros-hint"),
            ask("max", "editor-ask-max-euros", What::Line).hint("editor-ask-euros-hint"),
        ],
    ),
    line(
        "date",
        "editor-kind-date",
        &[PAST, FUTURE, AFTER, BEFORE, MIN_AGE, MAX_AGE],
    ),
    line(
        "date_time",
        "editor-kind-date-time",
        &[PAST, FUTURE, AFTER, BEFORE],
    ),
    line(
        "consent",
        "editor-kind-consent",
        &[ask("withdrawal", "editor-ask-withdrawal", What::Words)],
    ),
    line(
        "signature",
        "editor-kind-signature",
        &[ask("statement", "editor-ask-statement", What::Words)],
    ),
    line("email", "editor-kind-email", &[]),
    line("phone", "editor-kind-phone", &[]),
    line("siren", "editor-kind-siren", &[]),
    line("siret", "editor-kind-siret", &[]),
    line("iban", "editor-kind-iban", &[]),
    line(
        "vehicle_plate",
        "editor-kind-vehicle-plate",
        &[ask(
            "abroad",
            "editor-ask-plate-abroad",
            What::Tick { otherwise: false },
        )],
    ),
    line("address", "editor-kind-address", &[]),
    line(
        "commune",
        "editor-kind-commune",
        &[
            ask("scope", "editor-ask-scope", What::Term(SCOPES)),
            ask(
                "abroad",
                "editor-ask-abroad",
                What::Tick { otherwise: false },
            ),
        ],
    ),
    line("departement", "editor-kind-departement", &[]),
    line("region", "editor-kind-region", &[]),
    line("country", "editor-kind-country", &[]),
    line("epci", "editor-kind-epci", &[]),
    line("association", "editor-kind-association", &[]),
    line("company", "editor-kind-company", &[]),
    line("school", "editor-kind-school", &[]),
    line("dossier", "editor-kind-dossier", &[]),
    line(
        "map",
        "editor-kind-map",
        &[ask(
            "shapes",
            "editor-ask-shapes",
            What::Terms {
                terms: SHAPES,
                otherwise: &["point"],
            },
        )],
    ),
    line(
        "identity",
        "editor-kind-identity",
        &[
            ask(
                "used_name",
                "editor-ask-used-name",
                What::Tick { otherwise: true },
            ),
            ask("birth_date", "editor-ask-birth-date", What::Term(ASKED)),
            ask("birth_place", "editor-ask-birth-place", What::Term(ASKED)),
            MIN_AGE,
            MAX_AGE,
        ],
    ),
    line(
        "piece",
        "editor-kind-piece",
        &[
            ask("max_files", "editor-ask-max-files", What::Number),
            ask("max_size", "editor-ask-max-size", What::Line).hint("editor-ask-max-size-hint"),
            ask(
                "accept",
                "editor-ask-accept",
                What::Terms {
                    terms: FILES,
                    otherwise: &["pdf", "jpeg", "png", "heic"],
                },
            ),
            ask(
                "other_way",
                "editor-ask-other-way",
                What::Tick { otherwise: false },
            ),
        ],
    ),
    line(
        "computed",
        "editor-kind-computed",
        &[
            VALUE,
            ask("show", "editor-ask-show", What::Tick { otherwise: true }),
        ],
    ),
    line("fee", "editor-kind-fee", &[VALUE]),
];

/// The line of a kind.
pub(super) fn of(term: &str) -> Option<&'static Line> {
    KINDS.iter().find(|line| line.term == term)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parvis_form::Kind;

    #[test]
    fn every_kind_of_the_engine_has_its_line_in_the_editor() {
        for term in Kind::TERMS {
            assert!(
                of(term).is_some(),
                "`{term}` has no line in editor/kinds.rs"
            );
        }
        assert_eq!(KINDS.len(), Kind::TERMS.len());
    }
}
