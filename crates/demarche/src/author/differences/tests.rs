use super::*;
use parvis_procedure::LIBRARY;
use parvis_procedure::check;

fn between(text: &str, by: &str) -> Vec<Difference> {
    let (name, source) = LIBRARY[0];
    assert!(source.contains(text), "{text}");
    let before = check(name, source).unwrap();
    let after = check(name, &source.replace(text, by)).unwrap();
    differences((&before.file, &before.form), (&after.file, &after.form))
}

#[test]
fn the_same_file_changes_nothing() {
    assert_eq!(between("minutes: 5", "minutes: 5"), []);
}

#[test]
fn what_the_procedure_says_is_told_by_its_key() {
    assert_eq!(
        between("minutes: 5", "minutes: 6"),
        [Difference::MinutesChanged(5, 6)]
    );
    assert_eq!(
        between("expected_days: 7", "expected_days: 20"),
        [Difference::Said("delay".to_owned())]
    );
}

#[test]
fn the_help_of_a_question_is_told_as_it_is_now() {
    let found = between("fr: \"De 1 à 3.\"", "fr: Un seul suffit.");
    let [Difference::HintChanged(label, Some(hint))] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert!(label.in_language(Language::French).starts_with("Combien"));
    assert_eq!(hint.in_language(Language::French), "Un seul suffit.");
    assert!(matches!(
        between("en: From 1 to 3.", "en: One to three.").as_slice(),
        [Difference::FieldShownOtherwise(_)]
    ));
}

#[test]
fn a_translation_that_changes_is_told_with_its_languages() {
    let english = "How many copies?";
    let label = |english: &str| Text::bilingual("Combien d’exemplaires ?", english);
    let told = |languages: &[&str], label: Text| {
        let languages = languages.iter().map(|tag| tag.parse().unwrap());
        [Difference::Translated(label, languages.collect())]
    };
    assert_eq!(
        between(english, "How many?"),
        told(&["en"], label("How many?"))
    );
    let arabic = "عدد النسخ";
    assert_eq!(
        between(english, &format!("{english}, ar: {arabic}")),
        told(&["ar"], label(english).with("ar".parse().unwrap(), arabic))
    );
}

#[test]
fn what_changes_in_a_question_is_told_in_its_own_words() {
    let copies = || Text::bilingual("Combien d’exemplaires ?", "How many copies?");
    let document = || Text::bilingual("Quel document voulez-vous ?", "Which document do you want?");
    let limit = |key: &str, was: &str, is: &str| Difference::LimitChanged {
        label: copies(),
        kind: "integer".to_owned(),
        key: key.to_owned(),
        was: was.to_owned(),
        is: is.to_owned(),
    };
    assert_eq!(
        between("        max: 3\n", "        max: 5\n"),
        [limit("max", "3", "5")]
    );
    let added =
        "          - value: other\n            label: Autre\n          - value: full_copy\n";
    assert_eq!(
        between("          - value: full_copy\n", added),
        [Difference::OptionAdded(document(), Text::french("Autre"))]
    );
    assert_eq!(
        between(
            "        kind: integer\n",
            "        kind: integer\n        if: document == \"extract\"\n"
        ),
        [Difference::ConditionChanged(
            copies(),
            Some("document == \"extract\"".to_owned())
        )]
    );
    assert_eq!(
        between(
            "        kind: integer\n",
            "        kind: integer\n        optional: true\n"
        ),
        [Difference::FieldOptional(copies())]
    );
}

#[test]
fn every_key_of_a_file_has_its_words() {
    for (name, source) in LIBRARY {
        let file = check(name, source).unwrap().file;
        let Value::Object(parts) = serde_json::to_value(file).unwrap() else {
            unreachable!()
        };
        for key in parts.keys().filter(|key| *key != "format") {
            assert!(super::super::words::part_key(key).is_some(), "{key}");
        }
    }
}
