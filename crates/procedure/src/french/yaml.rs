//! What the reader of YAML says.

/// Each message and its French.
pub(super) const FRENCH: &[(&str, &str)] = &[
    // The reader of YAML.
    ("unknown field `{}`", "le mot `{}` n'existe pas ici"),
    (
        "`{}` is not the tag of a language",
        "`{}` n'est pas le code d'une langue",
    ),
    (
        "one such as `en`, `ar` or `pt-BR`",
        "un code comme `en`, `ar` ou `pt-BR`",
    ),
    (
        "the language `{}` is written `{}`",
        "la langue `{}` s'écrit `{}`",
    ),
    (
        "the language `{}` is written twice",
        "la langue `{}` est écrite deux fois",
    ),
    ("missing field `{}`", "il manque `{}`"),
    ("duplicate field `{}`", "`{}` est écrit deux fois"),
    ("duplicate mapping key: {}", "`{}` est écrit deux fois"),
    ("invalid type: {}", "ce n'est pas le type attendu : {}"),
    ("unknown variant `{}`", "le mot `{}` n'existe pas ici"),
    (
        "invalid indentation in multiline quoted scalar",
        "le retrait d'un texte entre guillemets est faux",
    ),
    (
        "mapping values are not allowed in this context",
        "il y a un « : » de trop, ou un retrait faux ; mettez le texte entre guillemets",
    ),
    ("simple key expected ':'", "il manque « : » après le mot"),
    (
        "did not find expected key",
        "un mot suivi de « : » est attendu ; le retrait est peut-être faux",
    ),
    (
        "did not find expected '-' indicator",
        "un tiret est attendu ; le retrait est peut-être faux",
    ),
    ("while scanning {}", "le texte n'est pas du YAML ici ({})"),
    ("while parsing {}", "le texte n'est pas du YAML ici ({})"),
    ("line {} column {}: {}", "{}"),
    ("sequence start", "une liste"),
    ("sequence", "une liste"),
    ("mapping start", "des mots suivis de « : »"),
    ("mapping", "des mots suivis de « : »"),
    ("unexpected eof", "le fichier est vide, ou coupé"),
    (
        "anchors, aliases and merges are not read",
        "les ancres, les alias et les fusions ne sont pas lus",
    ),
    (
        "the value itself, each time",
        "la valeur elle-même, à chaque fois",
    ),
    (
        "the file is nested too deep",
        "le fichier a trop de niveaux",
    ),
    ("at most 64 levels", "au plus 64 niveaux"),
    (
        "the file holds several documents",
        "le fichier contient plusieurs documents",
    ),
    ("one document", "un seul document"),
    ("a shorter file", "un fichier plus court"),
];
