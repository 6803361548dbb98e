//! What the checker says of a procedure.

/// Each message and its French.
pub(super) const FRENCH: &[(&str, &str)] = &[
    // Values.
    ("`{}` is missing", "il manque `{}`"),
    ("`{}` is out of bounds", "`{}` est hors limites"),
    ("{} is out of bounds", "{} est hors limites"),
    ("`{}` cannot be `{}`", "`{}` ne peut pas valoir `{}`"),
    (
        "`{}` is not a word for addresses",
        "`{}` ne peut pas figurer dans une adresse",
    ),
    (
        "`{}` is not one sentence",
        "`{}` n'est pas une seule phrase",
    ),
    ("`{}` says nothing", "`{}` est vide"),
    ("`{}` is too long", "`{}` est trop long"),
    ("this is not a number", "ce n'est pas un nombre"),
    ("this is neither yes nor no", "ce n'est ni oui ni non"),
    ("the file is too large", "le fichier est trop lourd"),
    ("a whole number", "un nombre entier"),
    ("true or false", "true ou false"),
    ("two megabytes at most", "deux mégaoctets au plus"),
    // Payment.
    (
        "nothing is paid without a decision",
        "rien n'est payé sans décision",
    ),
    (
        "`asks_for_decision: true`, or no `payment`",
        "`asks_for_decision: true`, ou pas de `payment`",
    ),
    (
        "a request that is paid is about money (CRPA L231-4 3°)",
        "une demande qui donne lieu à paiement est financière (CRPA L231-4 3°)",
    ),
    ("`financial: true`", "`financial: true`"),
    ("a question of kind `{}`", "une question du type `{}`"),
    (
        "the account is no question of kind `iban`",
        "le compte n'est pas une question du type `iban`",
    ),
    (
        "an account that is paid is not optional",
        "le compte à payer ne peut pas être facultatif",
    ),
    (
        "no `optional` on this question",
        "pas de `optional` sur cette question",
    ),
    (
        "`identity`, or a question that names a person or a body",
        "`identity`, ou une question qui nomme une personne ou un organisme",
    ),
    (
        "a condition hides what a payment needs",
        "une condition cache ce qu'il faut pour payer",
    ),
    (
        "no `if` on this question nor on its step",
        "pas de `if` sur cette question ni sur son étape",
    ),
    (
        "whose account is paid is not optional",
        "la question qui dit à qui est le compte ne peut pas être facultative",
    ),
    (
        "this question names nobody",
        "cette question ne nomme personne",
    ),
    (
        "the proof is no question of kind `piece`",
        "le justificatif n'est pas une question du type `piece`",
    ),
    (
        "`{}` is no question outside repeated blocks",
        "`{}` n'est pas une question posée hors des blocs répétés",
    ),
    (
        "an amount in euros, such as `{}`",
        "un montant en euros, comme `{}`",
    ),
    (
        "this is not an amount in euros",
        "ce n'est pas un montant en euros",
    ),
    (
        "`imputation` and `justification`",
        "`imputation` et `justification`",
    ),
    ("the line of the budget", "la ligne du budget"),
    (
        "the supporting documents of the payment",
        "les pièces justificatives du paiement",
    ),
    ("`{}` is not one line", "`{}` n'est pas une seule ligne"),
    ("every text is in French", "chaque texte est en français"),
    ("the other languages only", "seulement les autres langues"),
    // Routing.
    ("from 1 to {} rules", "de 1 à {} règles"),
    (
        "a list of `if` and `group`; the last one may have no `if`",
        "une liste de `if` et `group` ; le dernier peut ne pas avoir de `if`",
    ),
    (
        "a route without `if` takes everything: those after it are never reached",
        "une règle sans `if` prend tout : les suivantes ne servent jamais",
    ),
    (
        "`group` is not the slug of a group",
        "`group` n'est pas le nom court d'un groupe",
    ),
    (
        "lower-case letters, digits and hyphens",
        "des lettres minuscules, des chiffres et des traits d'union",
    ),
    ("a number from {} to {}", "un nombre de {} à {}"),
    ("at most {} letters", "au plus {} signes"),
    ("a text", "un texte"),
    ("a word", "un mot"),
    (
        "one sentence of at most 200 letters, with its full stop",
        "une phrase de 200 signes au plus, avec son point",
    ),
    (
        "2 to 63 small letters without accent, digits and inner hyphens",
        "2 à 63 lettres minuscules sans accent, chiffres et tirets intérieurs",
    ),
    ("at least one of {}", "au moins l'un de {}"),
    ("one of {}", "l'un de {}"),
    ("{} or {}", "{} ou {}"),
    // What a procedure says.
    ("the cost is not said", "le coût n'est pas dit"),
    (
        "`cents` (0 is free), `words`, or both",
        "`cents` (0 : gratuit), `words`, ou les deux",
    ),
    (
        "no other way than the web is offered",
        "aucune autre voie que le site n'est proposée",
    ),
    ("nothing is declared", "rien n'est déclaré"),
    (
        "at least one sentence that the person declares",
        "au moins une phrase que la personne déclare",
    ),
    ("`{}` is not a length of time", "`{}` n'est pas une durée"),
    (
        "a count of days, months or years, such as `12 months`",
        "un nombre de jours, de mois ou d'années, comme `12 months`",
    ),
    ("`{}` is not a delay", "`{}` n'est pas un délai"),
    (
        "a count of months or days, such as `2 months`",
        "un nombre de mois ou de jours, comme `2 months`",
    ),
    ("`{}` is not a date", "`{}` n'est pas une date"),
    (
        "year, month and day, such as `2020-07-01`",
        "l'année, le mois et le jour, comme `2020-07-01`",
    ),
    (
        "silence cannot be `{}`",
        "le silence ne peut pas valoir `{}`",
    ),
    (
        "silence cannot decide when no decision is asked for",
        "le silence ne décide rien quand aucune décision n'est demandée",
    ),
    (
        "`effect: none` with its `reason`, or `asks_for_decision: true`",
        "`effect: none` avec sa `reason`, ou `asks_for_decision: true`",
    ),
    (
        "the text by which silence decides nothing on a request is not cited",
        "le texte selon lequel le silence ne décide rien n'est pas cité",
    ),
    (
        "`legal_basis`: without one, silence accepts or rejects (CRPA L231-1, L231-4)",
        "`legal_basis` : sans texte, le silence accepte ou rejette (CRPA L231-1, L231-4)",
    ),
    (
        "`effect: accepted`, `rejected` or `none`",
        "`effect: accepted`, `rejected` ou `none`",
    ),
    ("`delay`, such as `2 months`", "`delay`, comme `2 months`"),
    (
        "`legal_basis`, such as `CRPA, art. L231-1`",
        "`legal_basis`, comme `CRPA, art. L231-1`",
    ),
    (
        "`delay: 2 months`, or `delay_basis` with the decree",
        "`delay: 2 months`, ou `delay_basis` avec le décret",
    ),
    (
        "`effect: rejected`, or `exception` with the text",
        "`effect: rejected`, ou `exception` avec le texte",
    ),
    ("`reason`, in words", "`reason`, en toutes lettres"),
    (
        "its `effect`, its `delay` and its `legal_basis`",
        "son `effect`, son `delay` et sa `legal_basis`",
    ),
    (
        "a request that asks for a decision cannot be anonymous (CRPA L112-8, R112-9-1)",
        "une demande qui appelle une décision ne peut pas être anonyme (CRPA L112-8, R112-9-1)",
    ),
    (
        "`identity: required`, or `asks_for_decision: false`",
        "`identity: required`, ou `asks_for_decision: false`",
    ),
    (
        "nothing is refused in a procedure that asks for no decision",
        "rien n'est refusé dans une démarche qui n'appelle pas de décision",
    ),
    (
        "`closing` instead of `refusal_grounds`",
        "`closing` au lieu de `refusal_grounds`",
    ),
    (
        "a procedure that asks for a decision ends with a decision",
        "une démarche qui appelle une décision se termine par une décision",
    ),
    (
        "no `closing`, or `asks_for_decision: false`",
        "pas de `closing`, ou `asks_for_decision: false`",
    ),
    (
        "a report cannot end",
        "un signalement n'a pas de fin possible",
    ),
    (
        "how a report ends: a list of `code` and `label`",
        "comment un signalement se termine : une liste de `code` et `label`",
    ),
    (
        "a remedy goes to nobody",
        "un recours n'a pas de destinataire",
    ),
    ("an `addressee` for each", "un `addressee` pour chacun"),
    (
        "a word for addresses, such as `acte-naissance`",
        "un mot pour les adresses, comme `acte-naissance`",
    ),
    (
        "what the person wants to do, in a few words",
        "ce que la personne veut faire, en quelques mots",
    ),
    ("who may make the démarche", "qui peut faire la démarche"),
    (
        "what the person receives at the end",
        "ce que la personne reçoit à la fin",
    ),
    (
        "the slug of the service that answers",
        "le nom court du service qui répond",
    ),
    (
        "the slug of the group of agents who instruct",
        "le nom court du groupe d'agents qui instruit",
    ),
    (
        "a list of papers, empty if none is needed",
        "une liste de papiers, vide s'il n'en faut pas",
    ),
    ("`words` and `expected_days`", "`words` et `expected_days`"),
    (
        "how long the answer takes, in words",
        "le délai de réponse, en toutes lettres",
    ),
    (
        "`after_decision` and `legal_basis`",
        "`after_decision` et `legal_basis`",
    ),
    (
        "a length of time, such as `12 months`",
        "une durée, comme `12 months`",
    ),
    ("the text that sets it", "le texte qui la fixe"),
    (
        "where the facts come from, dated; empty if from nowhere",
        "d'où viennent les faits, avec leur date ; vide s'ils ne viennent de nulle part",
    ),
    // Orientation, promises, special rules.
    (
        "`{}` is not the address of a page",
        "`{}` n'est pas l'adresse d'une page",
    ),
    (
        "an address that starts with `https://`",
        "une adresse qui commence par `https://`",
    ),
    (
        "`{}` has no place beside `orientation`",
        "`{}` n'a pas sa place avec `orientation`",
    ),
    (
        "an orientation, or a démarche that is made here",
        "soit une orientation, soit une démarche faite ici",
    ),
    ("the service that answers", "le service qui répond"),
    ("what to do there", "ce qu'il faut y faire"),
    ("nothing is promised", "rien n'est promis"),
    (
        "`answer_days`, `message_days`, `satisfaction`, or several of them",
        "`answer_days`, `message_days`, `satisfaction`, ou plusieurs d'entre eux",
    ),
    (
        "the answer is promised later than silence decides",
        "la réponse est promise après le moment où le silence décide",
    ),
    ("at most {} days", "au plus {} jours"),
    (
        "the text that sets these rules",
        "le texte qui fixe ces règles",
    ),
    ("what these rules are called", "le nom de ces règles"),
    (
        "what they change for the person",
        "ce qu'elles changent pour la personne",
    ),
    // Silences of the linter.
    ("why it is kept", "pourquoi c'est gardé"),
];
