//! What the checker says of expressions.

/// Each message and its French.
pub(super) const FRENCH: &[(&str, &str)] = &[
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
        "`today()` stands in `checks` and `ineligible` only: what is shown would change while people answer",
        "`today()` n'a sa place que dans `checks` et `ineligible` : ce qui est montré changerait pendant que les gens répondent",
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
        "`{}` is asked after this condition, inside the block `{}`",
        "`{}` est demandé après cette condition, dans le bloc `{}`",
    ),
    ("a field that is asked before", "un champ demandé avant"),
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
        "only numbers, amounts and dates have an order, this is {}",
        "seuls les nombres, les montants et les dates ont un ordre, ceci est {}",
    ),
    (
        "several choices are not compared",
        "plusieurs choix ne se comparent pas",
    ),
    (
        "an amount is compared with an amount",
        "un montant se compare à un montant",
    ),
    (
        "a decimal number is compared with a decimal number",
        "un nombre décimal se compare à un nombre décimal",
    ),
    (
        "the amount is not written out",
        "le montant n'est pas écrit",
    ),
    ("the number is not written out", "le nombre n'est pas écrit"),
    ("`{}` is not an amount", "`{}` n'est pas un montant"),
    (
        "`{}` is not a decimal number",
        "`{}` n'est pas un nombre décimal",
    ),
    (
        "an amount written out, such as `eur('100.00')`",
        "un montant écrit, comme `eur('100.00')`",
    ),
    (
        "a number written out, such as `decimal('1.5')`",
        "un nombre écrit, comme `decimal('1.5')`",
    ),
    ("a decimal number", "un nombre décimal"),
    ("an amount", "un montant"),
    ("a yes/no", "un oui/non"),
    ("an integer", "un entier"),
    ("a date and time", "une date et une heure"),
    ("a date", "une date"),
    ("a choice", "un choix"),
    ("several choices", "plusieurs choix"),
    ("a commune", "une commune"),
    ("an address", "une adresse"),
    ("an identity", "une identité"),
    ("pieces", "des pièces"),
    // Computed values.
    ("condition", "condition"),
    ("value", "valeur"),
    (
        "`{}` is asked after this {}",
        "`{}` est demandé après cette {}",
    ),
    (
        "the {} of `{}` looks at itself",
        "la {} de `{}` se regarde elle-même",
    ),
    (
        "the value of `{}` is itself wrong",
        "la valeur de `{}` est elle-même fausse",
    ),
    ("`{}` does not take {} and {}", "`{}` ne prend pas {} et {}"),
    ("{} has no opposite", "{} n'a pas d'opposé"),
    ("there is no `{}` of {}", "il n'y a pas de `{}` pour {}"),
    (
        "`{}` goes through the rows of a block",
        "`{}` parcourt les lignes d'un bloc",
    ),
    (
        "what goes through rows does not stand inside another",
        "ce qui parcourt des lignes ne se met pas dans un autre parcours",
    ),
    (
        "a field is not computed as {}",
        "un champ ne se calcule pas comme {}",
    ),
    (
        "a yes/no, a number, an amount, a date or a text",
        "un oui/non, un nombre, un montant, une date ou un texte",
    ),
    ("rows", "des lignes"),
    (
        "the value costs {}, over {}",
        "la valeur coûte {}, plus que {}",
    ),
    ("a simpler value", "une valeur plus simple"),
];
