//! What the checker says of lists, tables and levels.

/// Each message and its French.
pub(super) const FRENCH: &[(&str, &str)] = &[
    (
        "`other` is what `other: true` adds",
        "`other` est ce qu'ajoute `other: true`",
    ),
    (
        "another value, or no `other: true`",
        "une autre valeur, ou pas de `other: true`",
    ),
    (
        "this option leads to no other",
        "cette option n'en ouvre pas d'autres",
    ),
    (
        "`kind: linked`, of two levels at most",
        "`kind: linked`, de deux niveaux au plus",
    ),
    ("the table is empty", "le tableau est vide"),
    (
        "a line of names of columns, then 2 rows or more",
        "une ligne de noms de colonnes, puis 2 lignes ou plus",
    ),
    (
        "the quotation mark is never closed",
        "le guillemet n'est jamais fermé",
    ),
    ("`\"` at the end of the cell", "`\"` à la fin de la case"),
    ("the columns are too many", "il y a trop de colonnes"),
    ("{} columns at most", "{} colonnes au plus"),
    (
        "`{}` is not the name of a column",
        "`{}` ne peut pas être le nom d'une colonne",
    ),
    (
        "two columns are called `{}`",
        "deux colonnes s'appellent `{}`",
    ),
    (
        "`{}` is not what a column holds",
        "`{}` n'est pas ce que contient une colonne",
    ),
    (
        "the table has no column `{}`",
        "le tableau n'a pas de colonne `{}`",
    ),
    (
        "the rows are too few or too many",
        "il y a trop peu ou trop de lignes",
    ),
    ("{} to {} rows", "{} à {} lignes"),
    ("this row has {} cells", "cette ligne a {} cases"),
    ("{}, one for each column", "{}, une par colonne"),
    (
        "two rows have the value `{}`",
        "deux lignes ont la valeur `{}`",
    ),
    ("another value", "une autre valeur"),
    (
        "the cell of `{}` is too long",
        "la case de `{}` est trop longue",
    ),
    ("{} letters at most", "{} signes au plus"),
    ("the cell of `{}` is empty", "la case de `{}` est vide"),
    ("a text in every row", "un texte à chaque ligne"),
    (
        "`{}` is not what the column `{}` holds",
        "`{}` n'est pas ce que contient la colonne `{}`",
    ),
    ("an integer such as `{}`", "un entier comme `{}`"),
    (
        "an amount in euros such as `{}`",
        "un montant en euros comme `{}`",
    ),
    (
        "the tables have more than {} bytes",
        "les tableaux dépassent {} octets",
    ),
    ("nothing can be drawn", "rien ne peut être dessiné"),
    ("`{}` cannot be drawn", "`{}` ne peut pas être dessiné"),
    ("a body of a register", "un organisme d'un registre"),
    ("a place on the ground", "un lieu sur le terrain"),
    ("a row of a table", "une ligne d'un tableau"),
    ("a choice in two levels", "un choix à deux niveaux"),
    ("an element of a list", "un élément d'une liste"),
];
