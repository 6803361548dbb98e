//! Properties over generated forms.

use std::fmt::Write as _;

use parvis_procedure::check;
use proptest::prelude::*;

use super::{assert_inside, with};
use crate::{Options, burden, lint};

/// A question, and conditions that may look at it.
#[derive(Debug, Clone)]
struct Asked {
    kind: usize,
    label: usize,
    optional: bool,
    condition: Option<(usize, usize)>,
}

const KINDS: &[(&str, &[&str])] = &[
    ("kind: yes_no", &["@ == true", "!@", "answered(@)"]),
    (
        "kind: integer, min: -3, max: 12",
        &[
            "@ > 3",
            "@ in [1, 2, 40]",
            "@ * 2 == 4",
            "@ != -3 || @ == 12",
        ],
    ),
    (
        "kind: short_text, max_length: 30",
        &["@ == 'oui'", "size(@) > 40", "@.startsWith('a')"],
    ),
    (
        "kind: choice, options: [{ value: a, label: Un }, { value: b, label: Deux }, { value: c, label: Trois }, { value: d, label: Quatre }]",
        &[
            "@ == 'a'",
            "@ in ['a', 'b', 'c', 'd']",
            "@ == 'a' && @ == 'b'",
        ],
    ),
    (
        "kind: choices, options: [{ value: a, label: Un }, { value: b, label: Deux }]",
        &[
            "'a' in @",
            "size(@) == 2",
            "@.exists(o, o == 'b')",
            "@.all(o, o != 'b')",
        ],
    ),
    ("kind: date", &["@ > date('2020-02-29')", "year(@) == 2024"]),
    ("kind: amount", &["@ > eur('100.00')"]),
    ("kind: piece, max_files: 2", &["answered(@)", "size(@) > 1"]),
    (
        "kind: identity, birth_date: required",
        &["answered(@)", "@.birth_date < date('2000-01-01')"],
    ),
    ("kind: address", &["@.postcode == '48000'"]),
];

/// Labels: plain, heavy, hostile to whoever counts letters.
const LABELS: &[&str] = &[
    "Un mot",
    "Votre quotient familial et votre RIB",
    "« L’œuf » \u{1F95A} 漢字 \u{202E}",
    "Le cas échéant, votre numéro de sécurité sociale, une copie certifiée conforme d’un justificatif de domicile de moins de 3 mois",
    "Votre avis d’imposition",
    "Une maladie, un handicap, une religion",
    "12",
];

fn asked() -> impl Strategy<Value = Asked> {
    let condition = proptest::option::of((any::<prop::sample::Index>(), 0..4_usize));
    (0..KINDS.len(), 0..LABELS.len(), any::<bool>(), condition).prop_map(
        |(kind, label, optional, condition)| Asked {
            kind,
            label,
            optional,
            condition: condition.map(|(at, which)| (at.index(usize::MAX), which)),
        },
    )
}

/// Steps that the checker accepts: a condition looks at a question before it.
fn form() -> impl Strategy<Value = String> {
    (prop::collection::vec(asked(), 1..14), 1..4_usize, any::<bool>()).prop_map(|(asked, in_step, blocks)| {
        let mut text = "steps:\n".to_owned();
        for (at, one) in asked.iter().enumerate() {
            if at % in_step == 0 {
                let _ = writeln!(text, "- step: s{at}\n  title: Étape {at}");
                if let Some(condition) = condition(&asked, at, one) {
                    let _ = writeln!(text, "  if: \"{condition}\"");
                }
                text += "  elements:\n";
            }
            let Asked { kind, label, optional, .. } = one;
            let (kind, label) = (KINDS[*kind].0, LABELS[*label]);
            let own = format!("{{ field: q{at}, {kind}, label: \"{label}\", optional: {optional}");
            if blocks && at % 5 == 4 {
                let _ = writeln!(text, "  - block: b{at}\n    title: Un bloc\n    row_title: Ligne\n    fields:\n    - {own} }}");
                continue;
            }
            match condition(&asked, at, one) {
                Some(condition) if at % in_step != 0 => {
                    let _ = writeln!(text, "  - {own}, if: \"{condition}\" }}");
                }
                _ => {
                    let _ = writeln!(text, "  - {own} }}");
                }
            }
        }
        with(&text)
    })
}

fn condition(asked: &[Asked], at: usize, one: &Asked) -> Option<String> {
    let (which, how) = one.condition?;
    let looked = which.checked_rem(at)?;
    // A question of a block is seen through its block only.
    if looked % 5 == 4 {
        return None;
    }
    let conditions = KINDS[asked[looked].kind].1;
    Some(conditions[how % conditions.len()].replace('@', &format!("q{looked}")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn linting_is_deterministic_and_points_inside_the_file(source in form()) {
        let checked = check("essai.yaml", &source);
        prop_assume!(checked.is_ok());
        let checked = checked.unwrap();
        let found = lint("essai.yaml", &checked, &Options::default());
        prop_assert_eq!(&found, &lint("essai.yaml", &checked, &Options::default()));
        for finding in &found {
            assert_inside(&source, finding);
        }
        let burden = burden(&checked);
        prop_assert!(burden.median.seconds <= burden.longest.seconds);
        prop_assert!(burden.median.questions <= u32::try_from(checked.form.fields().count()).unwrap());
    }

    #[test]
    fn texts_of_any_sort_are_measured_without_a_fall(text in "\\PC{0,200}") {
        for sentence in crate::language::sentences(&text) {
            prop_assert!(text.contains(sentence));
        }
        let counted: usize = crate::language::words(&text).map(crate::language::syllables).sum();
        prop_assert!(counted >= crate::language::words(&text).count());
        let _ = crate::language::ease_of(&text);
        let plain = crate::language::plain(&text);
        prop_assert!(plain.starts_with(' ') && plain.ends_with(' ') && !plain.contains("  "));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2))]

    #[test]
    fn most_generated_forms_stand(sources in prop::collection::vec(form(), 20)) {
        let standing = sources.iter().filter(|source| check("essai.yaml", source).is_ok()).count();
        prop_assert!(standing > 10, "{} of 20", standing);
    }
}
