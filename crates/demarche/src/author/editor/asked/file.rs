//! What is asked of the procedure as a whole: what the public reads, what the law asks, what agents answer with.

use super::terms::{
    BEGUN_DRAFTS, EFFECTS, FATES, GROUNDS, IDENTITIES, REMEDIES, SENSITIVITIES, THEMES,
};
use super::{Rows, Section, What, ask};

/// A page of what the file says of the procedure.
#[derive(Debug)]
pub(in super::super) struct FilePart {
    /// Its name in addresses.
    pub part: &'static str,
    /// The words of its title.
    pub words: &'static str,
    pub sections: &'static [Section],
}

impl FilePart {
    /// Whether something of it is asked under this key of the file.
    pub fn asks(&self, key: &str) -> bool {
        let mut asked = self.sections.iter().flat_map(|section| section.asked);
        asked.any(|asked| asked.key.split('/').next() == Some(key))
    }
}

/// The pages of the procedure as a whole. The last tells what no other asks for.
pub(in super::super) const FILES: &[FilePart] = &[
    FilePart {
        part: "presentation",
        words: "editor-presentation",
        sections: PRESENTATION,
    },
    FilePart {
        part: "regles",
        words: "editor-rules",
        sections: RULES,
    },
    FilePart {
        part: "reponses",
        words: "editor-answers",
        sections: ANSWERS,
    },
    FilePart {
        part: "controle",
        words: "editor-control",
        sections: CONTROL,
    },
];

/// The doors, in the order in which pages show them.
pub(in super::super) const DOORS: &[(&str, &str)] = &[
    ("counter", "editor-door-counter"),
    ("phone", "editor-door-phone"),
    ("post", "editor-door-post"),
];

const PAPERS: Rows = Rows {
    one: "editor-row-paper",
    asked: &[
        ask("name", "editor-ask-paper", What::Words),
        ask("hint", "editor-ask-paper-hint", What::Words),
    ],
    named: None,
    offered: 1,
    page: "",
};

const DECLARATIONS: Rows = Rows {
    one: "editor-row-declaration",
    asked: &[ask("", "editor-ask-declaration", What::Words)],
    named: None,
    offered: 1,
    page: "",
};

const REPLIES: Rows = Rows {
    one: "editor-row-reply",
    asked: &[
        ask("title", "editor-ask-title", What::Words),
        ask("text", "editor-ask-text", What::LongWords),
    ],
    named: None,
    offered: 1,
    page: "",
};

const GROUNDS_OF_REFUSAL: Rows = Rows {
    one: "editor-row-refusal",
    asked: &[
        ask("label", "editor-ask-refusal", What::Words),
        ask("law", "editor-ask-law", What::Words),
    ],
    named: None,
    offered: 1,
    page: "",
};

const ENDINGS: Rows = Rows {
    one: "editor-row-ending",
    asked: &[ask("label", "editor-ask-ending", What::Words)],
    named: Some("code"),
    offered: 1,
    page: "",
};

const ROUTES: Rows = Rows {
    one: "editor-row-route",
    asked: &[
        ask("if", "editor-ask-route-if", What::Expression),
        ask("group", "editor-ask-group", What::Group),
    ],
    named: None,
    offered: 1,
    page: "",
};

const REMEDIES_OF: Rows = Rows {
    one: "editor-row-remedy",
    asked: &[
        ask("kind", "editor-ask-remedy", What::Term(REMEDIES)),
        ask("addressee", "editor-ask-addressee", What::Line),
        ask("delay", "editor-ask-remedy-delay", What::Line).hint("editor-ask-length-hint"),
    ],
    named: None,
    offered: 1,
    page: "",
};

const SILENCES: Rows = Rows {
    one: "editor-row-silence",
    asked: &[
        ask("rule", "editor-ask-silenced", What::Line),
        ask("at", "editor-ask-silenced-at", What::Line),
        ask("reason", "editor-ask-silenced-why", What::Words),
    ],
    named: None,
    offered: 0,
    page: "",
};

const SOURCES: Rows = Rows {
    one: "editor-row-source",
    asked: &[
        ask("fiche", "editor-ask-fiche", What::Line),
        ask("title", "editor-ask-title", What::Line),
        ask("date", "editor-ask-source-date", What::Line),
        ask(
            "to_confirm",
            "editor-ask-to-confirm",
            What::Tick { otherwise: false },
        ),
    ],
    named: None,
    offered: 1,
    page: "",
};

/// Where facts come from, and what the linter finds and its author keeps.
const CONTROL: &[Section] = &[
    Section {
        words: "",
        asked: &[ask("sources", "editor-ask-sources", What::Rows(&SOURCES))
            .hint("editor-ask-sources-hint")],
    },
    Section {
        words: "editor-section-silences",
        asked: &[ask("lint", "editor-ask-silences", What::Rows(&SILENCES))
            .hint("editor-ask-silences-hint")],
    },
];

/// What the public reads before it begins.
const PRESENTATION: &[Section] = &[
    Section {
        words: "",
        asked: &[
            ask("title", "editor-ask-file-title", What::Words).hint("editor-ask-file-title-hint"),
            ask("summary", "editor-ask-summary", What::Words).hint("editor-ask-summary-hint"),
            ask("theme", "editor-ask-theme", What::Term(THEMES)),
            ask("languages", "editor-ask-languages", What::List).hint("editor-ask-languages-hint"),
            ask("keywords", "editor-ask-keywords", What::Lists).hint("editor-ask-keywords-hint"),
            ask("who_for", "editor-ask-who-for", What::LongWords),
            ask("what_you_get", "editor-ask-what-you-get", What::LongWords),
        ],
    },
    Section {
        words: "editor-section-effort",
        asked: &[
            ask("minutes", "editor-ask-minutes", What::Number),
            ask("papers", "editor-ask-papers", What::Rows(&PAPERS)),
            ask("cost/cents", "editor-ask-cents", What::Number).hint("editor-ask-cents-hint"),
            ask("cost/words", "editor-ask-cost", What::Words),
            ask("delay/words", "editor-ask-delay", What::Words),
            ask(
                "delay/expected_days",
                "editor-ask-expected-days",
                What::Number,
            ),
        ],
    },
    Section {
        words: "editor-section-doors",
        asked: &[ask("doors", "editor-ask-doors", What::Doors)],
    },
    Section {
        words: "editor-section-commitments",
        asked: &[
            ask(
                "commitments/answer_days",
                "editor-ask-answer-days",
                What::Number,
            ),
            ask(
                "commitments/message_days",
                "editor-ask-message-days",
                What::Number,
            ),
            ask(
                "commitments/satisfaction",
                "editor-ask-satisfaction",
                What::Number,
            ),
        ],
    },
    Section {
        words: "editor-section-orientation",
        asked: &[
            ask("orientation/name", "editor-ask-orientation", What::Words)
                .hint("editor-ask-orientation-hint"),
            ask("orientation/text", "editor-ask-text", What::LongWords),
            ask("orientation/url", "editor-ask-stop-url", What::Line),
            ask(
                "orientation/phone",
                "editor-ask-orientation-phone",
                What::Line,
            ),
        ],
    },
];

/// What the law asks, and who answers.
const RULES: &[Section] = &[
    Section {
        words: "editor-section-who",
        asked: &[
            ask("service", "editor-ask-service", What::Service),
            ask("group", "editor-ask-group", What::Group),
            ask("routing", "editor-ask-routing", What::Rows(&ROUTES))
                .hint("editor-ask-routing-hint"),
        ],
    },
    Section {
        words: "editor-section-request",
        asked: &[
            ask("asks_for_decision", "editor-ask-decision", What::YesNo)
                .hint("editor-ask-decision-hint"),
            ask("financial", "editor-ask-financial", What::YesNo),
            ask("identity", "editor-ask-identity", What::Term(IDENTITIES)),
            ask("silence/effect", "editor-ask-silence", What::Term(EFFECTS)),
            ask("silence/delay", "editor-ask-silence-delay", What::Line)
                .hint("editor-ask-length-hint"),
            ask(
                "silence/legal_basis",
                "editor-ask-silence-basis",
                What::Line,
            )
            .hint("editor-ask-silence-basis-hint"),
            ask(
                "silence/reason",
                "editor-ask-silence-reason",
                What::LongWords,
            )
            .hint("editor-ask-silence-reason-hint"),
            ask("silence/delay_basis", "editor-ask-delay-basis", What::Line)
                .hint("editor-ask-delay-basis-hint"),
            ask("silence/exception", "editor-ask-exception", What::Line)
                .hint("editor-ask-exception-hint"),
            ask("regime/name", "editor-ask-regime", What::Words).hint("editor-ask-regime-hint"),
            ask("regime/legal_basis", "editor-ask-regime-basis", What::Line),
            ask("regime/text", "editor-ask-regime-text", What::LongWords),
            ask("remedies", "editor-ask-remedies", What::Rows(&REMEDIES_OF))
                .hint("editor-ask-remedies-hint"),
            ask(
                "declarations",
                "editor-ask-declarations",
                What::Rows(&DECLARATIONS),
            ),
        ],
    },
    Section {
        words: "editor-section-data",
        asked: &[
            ask("data_defaults/purpose", "editor-ask-purpose", What::Words)
                .hint("editor-ask-defaults-hint"),
            ask(
                "data_defaults/legal_basis/ground",
                "editor-ask-ground",
                What::Term(GROUNDS),
            ),
            ask(
                "data_defaults/legal_basis/text",
                "editor-ask-basis",
                What::Words,
            ),
            ask(
                "data_defaults/retention",
                "editor-ask-data-retention",
                What::Line,
            )
            .hint("editor-ask-length-hint"),
            ask(
                "data_defaults/sensitivity",
                "editor-ask-sensitivity",
                What::Term(SENSITIVITIES),
            ),
        ],
    },
    Section {
        words: "editor-section-retention",
        asked: &[
            ask(
                "retention/after_decision",
                "editor-ask-retention",
                What::Line,
            )
            .hint("editor-ask-length-hint"),
            ask(
                "retention/legal_basis",
                "editor-ask-retention-basis",
                What::Words,
            ),
            ask("retention/fate", "editor-ask-fate", What::Term(FATES)),
            ask("draft_days", "editor-ask-draft-days", What::Number),
            ask(
                "begun_drafts",
                "editor-ask-begun-drafts",
                What::Term(BEGUN_DRAFTS),
            )
            .hint("editor-ask-begun-drafts-hint"),
        ],
    },
];

/// What agents answer with.
const ANSWERS: &[Section] = &[Section {
    words: "",
    asked: &[
        ask("reply_texts", "editor-ask-replies", What::Rows(&REPLIES)),
        ask(
            "refusal_grounds",
            "editor-ask-refusals",
            What::Rows(&GROUNDS_OF_REFUSAL),
        )
        .hint("editor-ask-refusals-hint"),
        ask("closing", "editor-ask-endings", What::Rows(&ENDINGS)).hint("editor-ask-endings-hint"),
    ],
}];
