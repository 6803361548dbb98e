//! What the checker says of questions and of their kinds.

/// Each message and its French.
pub(super) const FRENCH: &[(&str, &str)] = &[
    // The form.
    (
        "the steps of the form, in order",
        "les étapes du formulaire, dans l'ordre",
    ),
    ("the form has no step", "le formulaire n'a pas d'étape"),
    ("at least one step", "au moins une étape"),
    ("the step is empty", "l'étape est vide"),
    ("at least one element", "au moins un élément"),
    ("more than {} steps", "plus de {} étapes"),
    ("more than {} elements", "plus de {} éléments"),
    ("two steps are called `{}`", "deux étapes s'appellent `{}`"),
    ("a name such as `{}`", "un nom comme `{}`"),
    (
        "`{}` is already a name of the form",
        "`{}` est déjà un nom du formulaire",
    ),
    ("another name", "un autre nom"),
    ("the text is empty", "le texte est vide"),
    (
        "the text is longer than {} letters",
        "le texte dépasse {} signes",
    ),
    ("`{}: a text`", "`{}: un texte`"),
    (
        "a text, or {fr: a text, en: a text}",
        "un texte, ou {fr: un texte, en: un texte}",
    ),
    ("an element is one thing", "un élément est une seule chose"),
    (
        "exactly one of `field`, `block`, `explanation` and `heading`",
        "exactement l'un de `field`, `block`, `explanation` et `heading`",
    ),
    (
        "`{}` does not belong to {}",
        "`{}` n'a pas sa place dans {}",
    ),
    ("an explanation", "une explication"),
    ("a heading", "un titre"),
    (
        "{} is not the level of a heading",
        "{} n'est pas le niveau d'un titre",
    ),
    ("2 or 3", "2 ou 3"),
    (
        "no heading of level 2 stands before this one",
        "aucun titre de niveau 2 n'est avant celui-ci",
    ),
    (
        "a block whose rows have pages stands alone in its step",
        "un bloc dont les lignes ont leur page est seul dans son étape",
    ),
    (
        "another step for the other questions; explanations, headings and computed values may stay",
        "une autre étape pour les autres questions ; les explications, les titres et les valeurs calculées peuvent rester",
    ),
    ("the ages are out of bounds", "les âges sont hors limites"),
    (
        "no day is after the one and before the other",
        "aucun jour n'est à la fois après l'un et avant l'autre",
    ),
    (
        "`after` no later than `before`",
        "`after` pas plus tard que `before`",
    ),
    (
        "a day such as `2026-01-31`, or a date asked before",
        "un jour comme `2026-01-31`, ou une date demandée avant",
    ),
    (
        "an age needs the date of birth",
        "un âge demande la date de naissance",
    ),
    (
        "the form of the text is not whole",
        "la forme du texte n'est pas entière",
    ),
    (
        "`pattern`, `example` and `pattern_message` together",
        "`pattern`, `example` et `pattern_message` ensemble",
    ),
    (
        "the pattern is longer than {} letters",
        "le motif dépasse {} signes",
    ),
    (
        "the pattern does not read: {}",
        "le motif ne se lit pas : {}",
    ),
    (
        "the pattern is too large once compiled",
        "le motif est trop grand une fois compilé",
    ),
    ("fewer repetitions", "moins de répétitions"),
    (
        "the example has not the form of the pattern",
        "l'exemple n'a pas la forme du motif",
    ),
    (
        "a text that would be accepted",
        "un texte qui serait accepté",
    ),
    ("a block", "un bloc"),
    ("a field of kind `{}`", "un champ du type `{}`"),
    ("nothing else than `if`", "rien d'autre que `if`"),
    ("`{}` is no source", "`{}` n'est pas une source"),
    (
        "what `{}` gives does not fit this kind",
        "ce que donne `{}` ne convient pas à ce type",
    ),
    (
        "no source is asked for each row",
        "aucune source n'est interrogée pour chaque ligne",
    ),
    (
        "`source` on a question outside of blocks",
        "`source` sur une question hors des blocs",
    ),
    (
        "this is no autocomplete token",
        "ce n'est pas un mot d'`autocomplete`",
    ),
    (
        "a token of HTML such as `given-name`, or `off`",
        "un mot de HTML comme `given-name`, ou `off`",
    ),
    (
        "the rows are out of bounds",
        "le nombre de lignes est hors limites",
    ),
    ("the block is empty", "le bloc est vide"),
    (
        "`fields`, with at least one field",
        "`fields`, avec au moins un champ",
    ),
    (
        "a block holds fields only",
        "un bloc ne contient que des champs",
    ),
    (
        "`{}` is not a kind of field",
        "`{}` n'est pas un type de champ",
    ),
    (
        "`min` and `max` are out of bounds",
        "`min` et `max` sont hors limites",
    ),
    ("`{}` is not an integer", "`{}` n'est pas un entier"),
    (
        "`{}` is not a number of {} decimals at most",
        "`{}` n'est pas un nombre de {} décimales au plus",
    ),
    ("a number such as `{}`", "un nombre comme `{}`"),
    ("`{}`, 0 to {}", "`{}`, de 0 à {}"),
    ("{} is out of bounds", "{} est hors limites"),
    (
        "an option of a list has no hint",
        "une option d'une liste n'a pas d'aide",
    ),
    (
        "no hint, or `kind: choice`",
        "pas de `hint`, ou `kind: choice`",
    ),
    (
        "a bank account is not ordinary data",
        "un compte bancaire n'est pas une donnée ordinaire",
    ),
    (
        "`sensitivity: sensitive`, or more",
        "`sensitivity: sensitive`, ou plus",
    ),
    (
        "a date is not both past and future",
        "une date n'est pas à la fois passée et future",
    ),
    ("`past` or `future`", "`past` ou `future`"),
    (
        "the options are too few or too many",
        "il y a trop peu ou trop d'options",
    ),
    ("{} to {} options", "{} à {} options"),
    ("{} to {}", "{} à {}"),
    (
        "`{}` is not the value of an option",
        "`{}` ne peut pas être la valeur d'une option",
    ),
    (
        "two options have the value `{}`",
        "deux options ont la valeur `{}`",
    ),
    ("`{}` is not a scope", "`{}` n'est pas une portée"),
    (
        "`{}` does not say whether it is asked",
        "`{}` ne dit pas si c'est demandé",
    ),
    ("`{}` is not a size", "`{}` n'est pas une taille"),
    (
        "no type of file is accepted",
        "aucun type de fichier n'est accepté",
    ),
    (
        "`{}` is not a type of file",
        "`{}` n'est pas un type de fichier",
    ),
    (
        "`{}` on the field or in `data_defaults`",
        "`{}` sur le champ ou dans `data_defaults`",
    ),
    (
        "a purpose has 1 to {} letters",
        "une finalité a de 1 à {} signes",
    ),
    (
        "the legal basis cites nothing",
        "la base légale ne cite rien",
    ),
    (
        "an article or a deliberation",
        "un article ou une délibération",
    ),
    ("`{}` is not a ground", "`{}` n'est pas un fondement"),
    (
        "`{}` is not a retention",
        "`{}` n'est pas une durée de conservation",
    ),
    (
        "a count and a unit, such as `6 months` or `2 years`",
        "un nombre et une unité, comme `6 months` ou `2 years`",
    ),
    (
        "`{}` is not a sensitivity",
        "`{}` n'est pas un degré de sensibilité",
    ),
    // Rules about answers.
    ("`{}` is empty or too long", "`{}` est vide ou trop long"),
    (
        "`optional` and `required_if` say two things",
        "`optional` et `required_if` disent deux choses",
    ),
    ("one of them", "l'un des deux"),
    (
        "`{}` is not an address on the web",
        "`{}` n'est pas une adresse du web",
    ),
    (
        "an address that starts with `https://`",
        "une adresse qui commence par `https://`",
    ),
    (
        "the step has no question where to say it",
        "l'étape n'a pas de question où le dire",
    ),
    (
        "a field or a block in the step",
        "un champ ou un bloc dans l'étape",
    ),
    // What the house computes.
    ("`value: an expression`", "`value: une expression`"),
    (
        "what the person does not see is not checked in their presence",
        "ce que la personne ne voit pas ne se contrôle pas devant elle",
    ),
    (
        "`checks` on what they answer",
        "`checks` sur ce qu'elle répond",
    ),
    ("a fee is an amount", "un tarif est un montant"),
    (
        "what is proposed is an amount",
        "ce qui est proposé est un montant",
    ),
    (
        "an amount, such as `eur('12.00')`",
        "un montant, comme `eur('12.00')`",
    ),
    (
        "a fee is asked for the whole request, not in a block",
        "un tarif se demande pour toute la demande, pas dans un bloc",
    ),
    (
        "`computed` in the block, `fee` after it",
        "`computed` dans le bloc, `fee` après lui",
    ),
    ("the form has two fees", "le formulaire a deux tarifs"),
    ("one `fee`", "un seul `fee`"),
];
