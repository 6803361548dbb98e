//! What is asked of a step, a question, a block and an explanation.

use super::terms::{GROUNDS, SENSITIVITIES};
use super::{Asked, Rows, Section, What, ask};

const IF: Asked = ask("if", "editor-ask-if", What::Expression).hint("editor-ask-if-hint");

/// Rules on the answers, each with what it tells.
const CHECKS: Asked = ask("checks", "editor-ask-checks", What::Rows(&RULES_ON_ANSWERS))
    .hint("editor-ask-checks-hint");

const RULES_ON_ANSWERS: Rows = Rows {
    one: "editor-row-check",
    asked: &[
        ask("rule", "editor-ask-rule", What::Expression),
        ask("message", "editor-ask-message", What::Words),
    ],
    named: None,
    offered: 1,
    page: "",
};

const STOPS: Rows = Rows {
    one: "editor-row-stop",
    asked: &[
        ask("if", "editor-ask-stop-if", What::Expression),
        ask("message", "editor-ask-stop-message", What::LongWords),
        ask("who", "editor-ask-stop-who", What::LongWords),
        ask("url", "editor-ask-stop-url", What::Line),
    ],
    named: None,
    offered: 1,
    page: "",
};

pub(in super::super) const STEP: &[Section] = &[
    Section {
        words: "",
        asked: &[
            ask("title", "editor-ask-title", What::Words),
            ask("intro", "editor-ask-intro", What::LongWords).hint("editor-ask-intro-hint"),
            IF,
        ],
    },
    Section {
        words: "editor-section-rules",
        asked: &[
            CHECKS,
            ask("ineligible", "editor-ask-ineligible", What::Rows(&STOPS))
                .hint("editor-ask-ineligible-hint"),
        ],
    },
];

pub(in super::super) const EXPLANATION: &[Section] = &[Section {
    words: "",
    asked: &[
        ask("explanation", "editor-ask-explanation", What::LongWords),
        IF,
    ],
}];

pub(in super::super) const BLOCK: &[Section] = &[Section {
    words: "",
    asked: &[
        ask("title", "editor-ask-title", What::Words),
        ask("row_title", "editor-ask-row-title", What::Words).hint("editor-ask-row-title-hint"),
        ask("add_label", "editor-ask-add-label", What::Words).hint("editor-ask-add-label-hint"),
        ask("hint", "editor-ask-hint", What::LongWords),
        ask("min", "editor-ask-rows-min", What::Number),
        ask("max", "editor-ask-rows-max", What::Number),
        ask("pages", "editor-ask-pages", What::Tick { otherwise: false })
            .hint("editor-ask-pages-hint"),
        IF,
        CHECKS,
    ],
}];

/// Of a field, before what its kind asks.
pub(in super::super) const FIELD: &[Asked] = &[
    ask("label", "editor-ask-label", What::Words).hint("editor-ask-label-hint"),
    ask("hint", "editor-ask-hint", What::LongWords),
];

/// Of a field, after what its kind asks.
pub(in super::super) const FIELD_WHEN: &[Asked] = &[
    ask(
        "optional",
        "editor-ask-optional",
        What::Tick { otherwise: false },
    ),
    ask("required_if", "editor-ask-required-if", What::Expression)
        .hint("editor-ask-required-if-hint"),
    IF,
    CHECKS,
];

/// What the data of a field are for, when it is not what the file says for all.
pub(in super::super) const FIELD_DATA: &[Asked] = &[
    ask("purpose", "editor-ask-purpose", What::Words).hint("editor-ask-purpose-hint"),
    ask(
        "sensitivity",
        "editor-ask-sensitivity",
        What::Term(SENSITIVITIES),
    ),
    ask(
        "legal_basis/ground",
        "editor-ask-ground",
        What::Term(GROUNDS),
    ),
    ask("legal_basis/text", "editor-ask-basis", What::Words),
    ask("retention", "editor-ask-data-retention", What::Line).hint("editor-ask-length-hint"),
    ask("source", "editor-ask-source", What::Line).hint("editor-ask-source-hint"),
    ask("autocomplete", "editor-ask-autocomplete", What::Line).hint("editor-ask-autocomplete-hint"),
];

/// Of a heading between questions.
pub(in super::super) const HEADING: &[Section] = &[Section {
    words: "",
    asked: &[
        ask("heading", "editor-ask-heading", What::Words),
        ask("level", "editor-ask-level", What::Number).hint("editor-ask-level-hint"),
        IF,
    ],
}];

/// The answers of a choice.
pub(in super::super) const OPTIONS: Rows = Rows {
    one: "editor-row-option",
    asked: OPTION_WORDS,
    named: Some("value"),
    offered: 2,
    page: "",
};

/// The answers of a choice that leads to another.
pub(in super::super) const OPTIONS_LEADING: Rows = Rows {
    page: "editor-option-page",
    ..OPTIONS
};

const OPTION_WORDS: &[Asked] = &[
    ask("label", "editor-ask-option", What::Words),
    ask("hint", "editor-ask-option-hint", What::Words),
];

/// Of an answer that leads to a second choice.
pub(in super::super) const OPTION: &[Section] = &[
    Section {
        words: "",
        asked: OPTION_WORDS,
    },
    Section {
        words: "editor-section-second",
        asked: &[ask("options", "editor-ask-options", What::Rows(&OPTIONS))
            .hint("editor-ask-second-hint")],
    },
];
