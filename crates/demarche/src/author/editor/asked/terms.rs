//! Terms of the file that an author chooses among, each with its words.

pub(super) const SENSITIVITIES: &[(&str, &str)] = &[
    ("ordinary", "editor-term-ordinary"),
    ("sensitive", "editor-term-sensitive"),
    ("highly_sensitive", "editor-term-highly-sensitive"),
];

pub(super) const GROUNDS: &[(&str, &str)] = &[
    ("public_task", "editor-term-public-task"),
    ("legal_obligation", "editor-term-legal-obligation"),
    ("consent", "editor-term-consent"),
    ("contract", "editor-term-contract"),
    ("vital_interest", "editor-term-vital-interest"),
];

pub(super) const THEMES: &[(&str, &str)] = &[
    ("papers", "procedure-theme-papers"),
    ("family", "procedure-theme-family"),
    ("housing", "procedure-theme-housing"),
    ("street", "procedure-theme-street"),
    ("solidarity", "procedure-theme-solidarity"),
    ("culture", "procedure-theme-culture"),
    ("business", "procedure-theme-business"),
];

pub(super) const EFFECTS: &[(&str, &str)] = &[
    ("accepted", "editor-term-accepted"),
    ("rejected", "editor-term-rejected"),
    ("none", "editor-term-none"),
];

pub(super) const IDENTITIES: &[(&str, &str)] = &[
    ("required", "editor-term-identity-required"),
    ("optional", "editor-term-identity-optional"),
];

pub(super) const BEGUN_DRAFTS: &[(&str, &str)] = &[
    ("may_finish", "editor-term-may-finish"),
    ("must_follow", "editor-term-must-follow"),
];

pub(super) const FATES: &[(&str, &str)] = &[
    ("archive", "editor-term-archive"),
    ("destroy", "editor-term-destroy"),
];

pub(super) const REMEDIES: &[(&str, &str)] = &[
    ("gracious", "editor-term-gracious"),
    ("hierarchical", "editor-term-hierarchical"),
    ("prior", "editor-term-prior"),
    ("contentious", "editor-term-contentious"),
];
