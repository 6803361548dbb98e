//! What is wrong in a file, in French: the checker speaks English, to the command line and to other programs.

/// A message of the checker and its French; `{}` stands for what it quotes, in the same order.
const FRENCH: &[(&str, &str)] = &[
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
        "exactly one of `field`, `block` and `explanation`",
        "exactement l'un de `field`, `block` et `explanation`",
    ),
    (
        "`{}` does not belong to {}",
        "`{}` n'a pas sa place dans {}",
    ),
    ("an explanation", "une explication"),
    ("a block", "un bloc"),
    ("a field of kind `{}`", "un champ du type `{}`"),
    ("nothing else than `if`", "rien d'autre que `if`"),
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
    // Conditions.
    (
        "a condition is true or false, this is {}",
        "une condition est vraie ou fausse, ceci est {}",
    ),
    (
        "a comparison, or a yes/no field",
        "une comparaison, ou un champ oui/non",
    ),
    (
        "the condition looks at no field",
        "la condition ne regarde aucun champ",
    ),
    (
        "the condition costs {}, over {}",
        "la condition coûte {}, plus que {}",
    ),
    (
        "the conditions of the form cost {}, over {}",
        "les conditions du formulaire coûtent {}, plus que {}",
    ),
    ("a simpler condition", "une condition plus simple"),
    (
        "the condition is nested too deep",
        "la condition est trop imbriquée",
    ),
    (
        "the condition is longer than {} characters",
        "la condition dépasse {} signes",
    ),
    ("the condition does not read", "la condition ne se lit pas"),
    (
        "the condition does not read: {}",
        "la condition ne se lit pas : {}",
    ),
    ("an expression such as `{}`", "une expression comme `{}`"),
    ("no field is called `{}`", "aucun champ ne s'appelle `{}`"),
    (
        "`{}` is asked after this condition",
        "`{}` est demandé après cette condition",
    ),
    (
        "`{}` is asked after this condition, inside the block `{}`",
        "`{}` est demandé après cette condition, dans le bloc `{}`",
    ),
    ("a field that is asked before", "un champ demandé avant"),
    (
        "the condition of `{}` looks at itself",
        "la condition de `{}` se regarde elle-même",
    ),
    (
        "`{}` and `{}` wait for each other",
        "`{}` et `{}` s'attendent l'un l'autre",
    ),
    (
        "the condition stands inside the block `{}`",
        "la condition est dans le bloc `{}`",
    ),
    (
        "`{}` stands inside the block `{}`, which has several rows",
        "`{}` est dans le bloc `{}`, qui a plusieurs lignes",
    ),
    (
        "the block `{}` has no field `{}`",
        "le bloc `{}` n'a pas de champ `{}`",
    ),
    (
        "`{}` is not one of the options",
        "`{}` n'est pas une des options",
    ),
    ("{} is never equal to {}", "{} n'est jamais égal à {}"),
    (
        "{} is needed here, this is {}",
        "il faut ici {}, ceci est {}",
    ),
    ("{} has no part `{}`", "{} n'a pas de partie `{}`"),
    ("{} has no size", "{} n'a pas de taille"),
    (
        "there is no function `{}` with these arguments",
        "il n'y a pas de fonction `{}` avec ces arguments",
    ),
    ("there is no operator `{}`", "il n'y a pas d'opérateur `{}`"),
    (
        "the name of a field is expected here",
        "le nom d'un champ est attendu ici",
    ),
    (
        "this cannot stand in a condition",
        "ceci n'a pas sa place dans une condition",
    ),
    (
        "only integers and dates have an order, this is {}",
        "seuls les entiers et les dates ont un ordre, ceci est {}",
    ),
    (
        "several choices are not compared",
        "plusieurs choix ne se comparent pas",
    ),
    ("a yes/no", "un oui/non"),
    ("an integer", "un entier"),
    ("a date", "une date"),
    ("a choice", "un choix"),
    ("several choices", "plusieurs choix"),
    ("a commune", "une commune"),
    ("an address", "une adresse"),
    ("an identity", "une identité"),
    ("pieces", "des pièces"),
    // The reader of YAML.
    ("unknown field `{}`", "le mot `{}` n'existe pas ici"),
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
];

/// A message of the checker in French; as it was when it is none of those that are known.
pub(super) fn french(message: &str) -> String {
    known(message).unwrap_or_else(|| message.to_owned())
}

fn known(message: &str) -> Option<String> {
    let exact = FRENCH.iter().find(|(english, _)| *english == message);
    if let Some((_, french)) = exact {
        return Some((*french).to_owned());
    }
    FRENCH.iter().find_map(|(english, french)| {
        let quoted = quoted(english, message)?;
        Some(filled(french, &quoted))
    })
}

/// What stands in the places of a pattern, when a message is made after it.
fn quoted<'a>(pattern: &str, message: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = pattern.split("{}");
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut quoted = Vec::new();
    let mut parts = parts.peekable();
    parts.peek()?;
    while let Some(part) = parts.next() {
        let end = match parts.peek() {
            None => rest.strip_suffix(part)?.len(),
            Some(_) => rest.find(part)?,
        };
        let (held, after) = rest.split_at(end);
        if held.is_empty() {
            return None;
        }
        quoted.push(held);
        rest = after.strip_prefix(part)?;
    }
    Some(quoted)
}

fn filled(pattern: &str, quoted: &[&str]) -> String {
    let mut quoted = quoted.iter();
    let mut parts = pattern.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let held = quoted.next().copied().unwrap_or_default();
        // What is quoted may itself be words of the checker: a kind, a list.
        text.push_str(&known(held).unwrap_or_else(|| held.to_owned()));
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::str::Chars;

    use super::*;

    #[test]
    fn what_is_quoted_stays_and_the_words_around_it_are_french() {
        for (english, said) in [
            ("`steps` is missing", "il manque `steps`"),
            (
                "`theme` cannot be `papiers`",
                "`theme` ne peut pas valoir `papiers`",
            ),
            ("`a`, `b` or `c`", "`a`, `b` ou `c`"),
            (
                "at least one of `a`, `b` or `c`",
                "au moins l'un de `a`, `b` ou `c`",
            ),
            (
                "`past` does not belong to a field of kind `email`",
                "`past` n'a pas sa place dans un champ du type `email`",
            ),
            ("a number from 1 to 240", "un nombre de 1 à 240"),
            ("something new", "something new"),
        ] {
            assert_eq!(french(english), said);
        }
    }

    /// The words that are the same in both languages: names of the file format, bounds.
    const NEUTRAL: &[&str] = &[
        "1 to …",
        "-… <= min <= max <= …",
        "`options: […, ...]`",
        "`field`",
        "current",
        "current_and_former",
        "no",
        "optional",
        "required",
        "…",
    ];

    #[test]
    fn whatever_the_checker_notes_has_its_french() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut said = Vec::new();
        for folder in ["form/src", "demarche/src/file"] {
            sentences_of(&root.join(folder), &mut said);
        }
        assert!(said.len() > 50, "{} sentences were read", said.len());
        let english: Vec<&String> = said
            .iter()
            .filter(|sentence| !NEUTRAL.contains(&sentence.as_str()))
            .filter(|sentence| known(sentence).is_none())
            .collect();
        assert!(english.is_empty(), "{english:#?}");
    }

    /// The texts noted as problems by the sources of a folder; what a text quotes is written `…`.
    fn sentences_of(folder: &Path, said: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sentences_of(&path, said);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let source = source.split("#[cfg(test)]").next().unwrap();
                for noted in [
                    ".note(",
                    ".note_expecting(",
                    ".note_inside(",
                    ".expecting(",
                    "::at(",
                ] {
                    for call in source.split(noted).skip(1) {
                        said.extend(texts_of_call(call));
                    }
                }
            }
        }
    }

    /// The texts between the parentheses of a call that has just been opened.
    fn texts_of_call(source: &str) -> Vec<String> {
        let (mut depth, mut texts) = (1, Vec::new());
        let mut signs = source.chars();
        while depth > 0 {
            match signs.next() {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some('"') => texts.push(text_of(&mut signs)),
                Some(_) => {}
                None => break,
            }
        }
        texts
    }

    /// A text as it is read, up to the quotation mark that ends it.
    fn text_of(signs: &mut Chars<'_>) -> String {
        let mut text = String::new();
        while let Some(sign) = signs.next() {
            match sign {
                '"' => break,
                '\\' => text.extend(signs.next()),
                '{' => {
                    signs.by_ref().find(|sign| *sign == '}');
                    text.push('…');
                }
                sign => text.push(sign),
            }
        }
        text
    }
}
