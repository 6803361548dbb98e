//! Paths that nobody meets, and conditions that decide nothing.

use super::{names, with};

fn steps(elements: &str) -> String {
    with(&format!(
        "steps:\n- step: une\n  title: Une étape\n  elements:\n{elements}"
    ))
}

#[test]
fn conditions_that_decide_nothing_are_found_and_the_others_are_not() {
    const AGE: &str = "  - { field: age, kind: integer, label: Votre âge, min: 18, max: 90 }\n";
    const LIST: &str = "  - { field: lieu, kind: choice, label: Où ?, options: [{ value: ici, label: Ici }, { value: loin, label: Loin }] }\n";
    const NEEDS: &str = "  - { field: besoins, kind: choices, label: Que faut-il ?, options: [{ value: a, label: Un toit }, { value: b, label: Un lit }] }\n";
    let last = |condition: &str| {
        format!("  - {{ field: mot, kind: short_text, label: Un mot, if: \"{condition}\" }}\n")
    };
    for (before, condition, expected) in [
        (AGE, "age < 18", vec!["never-met"]),
        (AGE, "age >= 18", vec!["always-true"]),
        (AGE, "age < 40 && age > 40", vec!["never-met"]),
        (AGE, "age < 40 || age >= 40", vec!["always-true"]),
        (AGE, "age == 40", vec![]),
        (AGE, "age in [10, 12]", vec!["never-met"]),
        (AGE, "answered(age)", vec!["always-true"]),
        // A computation is not decided, even where it could be.
        (AGE, "age * 2 > 10", vec![]),
        (LIST, "lieu == 'ici' && lieu == 'loin'", vec!["never-met"]),
        (LIST, "lieu == 'ici' || lieu == 'loin'", vec!["always-true"]),
        (LIST, "lieu != 'ici'", vec![]),
        (NEEDS, "'a' in besoins", vec![]),
        (
            NEEDS,
            "'a' in besoins || 'b' in besoins",
            vec!["always-true"],
        ),
        (NEEDS, "size(besoins) > 2", vec!["never-met"]),
        (NEEDS, "besoins.all(b, b != 'a')", vec![]),
    ] {
        let source = steps(&format!("{before}{}", last(condition)));
        assert_eq!(names(&source), expected, "{condition}");
    }
}

#[test]
fn a_condition_is_judged_where_it_stands() {
    let source = with(
        "steps:
- step: lieu
  title: Le lieu
  elements:
  - { field: ici, kind: yes_no, label: Est-ce ici ? }
- step: suite
  title: La suite
  if: ici == true
  elements:
  - { field: a, kind: short_text, label: Un mot, if: ici == true }
  - { field: b, kind: short_text, label: Un autre mot, if: ici == false }
",
    );
    assert_eq!(names(&source), ["always-true", "never-met"]);
}

#[test]
fn a_step_that_nobody_meets_is_told_once() {
    let source = with(
        "steps:
- step: lieu
  title: Le lieu
  elements:
  - { field: ici, kind: yes_no, label: Est-ce ici ? }
- step: suite
  title: La suite
  if: ici == true && ici == false
  elements:
  - { field: a, kind: yes_no, label: Une chose ? }
  - { field: b, kind: short_text, label: Un mot, if: a == true }
",
    );
    assert_eq!(names(&source), ["never-met"]);
}

#[test]
fn an_optional_question_may_stay_empty() {
    let source = steps(
        "  - { field: age, kind: integer, label: Votre âge, min: 18, max: 90, optional: true }
  - { field: mot, kind: short_text, label: Un mot, if: age >= 18 }
  - { field: fin, kind: short_text, label: Un dernier mot, if: \"!answered(age)\" }
",
    );
    assert_eq!(names(&source), [""; 0]);
}

#[test]
fn rows_and_texts_that_cannot_be_told_are_left_alone() {
    let source = steps(
        "  - block: enfants
    title: Les enfants
    row_title: Enfant
    fields:
    - { field: cantine, kind: yes_no, label: Mange-t-il à la cantine ? }
    - { field: repas, kind: short_text, label: Quel repas ?, if: cantine == true }
    - { field: jamais, kind: short_text, label: Quoi ?, if: cantine == true && cantine == false }
  - { field: mot, kind: short_text, label: Un mot, if: \"enfants.exists(e, e.cantine) && !enfants.all(e, e.cantine)\" }
  - { field: suite, kind: short_text, label: La suite, if: mot.startsWith('zz') }
",
    );
    assert_eq!(names(&source), ["never-met"]);
}

#[test]
fn a_route_that_another_hides_is_found() {
    let list = "steps:
- step: lieu
  title: Le lieu
  elements:
  - { field: ici, kind: yes_no, label: Est-ce ici ? }
";
    let routes = |routing: &str| with(&format!("{list}routing:\n{routing}"));
    let hidden = "- { if: ici == true, group: voirie }\n- { if: ici == true, group: accueil }\n- { group: accueil }\n";
    assert_eq!(names(&routes(hidden)), ["never-met"]);
    let shared = "- { if: ici == true, group: voirie }\n- { group: accueil }\n";
    assert_eq!(names(&routes(shared)), [""; 0]);
}

#[test]
fn a_huge_form_is_walked_in_bounded_time() {
    let mut elements = String::new();
    for at in 0..900 {
        let condition = if at < 30 {
            String::new()
        } else {
            format!(", if: q{} == true || q{} == true", at - 30, at - 7)
        };
        elements +=
            &format!("  - {{ field: q{at}, kind: yes_no, label: Question {at} ?{condition} }}\n");
    }
    let checked = super::checked(&steps(&elements));
    let begun = std::time::Instant::now();
    assert!(!crate::burden(&checked).exact);
    let _ = crate::lint("essai.yaml", &checked, &crate::Options::default());
    // Ten times what it takes without optimisation.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
