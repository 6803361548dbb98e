//! A form that version 0.1.0 stored still reads, and decides the same.

use parvis_form::{Form, Journey, prune, validate};

use crate::world::{TODAY, answers, form, json, surroundings};

/// What the evaluator of v0.1.0 wrote for `conditions-v0.1.0.yaml`: never written again.
const STORED: &str = include_str!("conditions-v0.1.0.json");

const ANSWERS: &str = r#"{"age":{"integer":-10},"limit":{"integer":0},"town":{"text":"Rennes"},"born":{"date":"2001-02-03"},
"agree":{"yes_no":true},"colour":{"choice":"red"},"meals":{"choices":["noon"]},"home":{"address":{"street":"Rue","postcode":"35000","commune_code":"35238","commune":"Rennes"}},
"person":{"identity":{"family_name":"Le Goff","first_names":"Anne","birth_date":"2001-02-03","birth_place":{"commune":{"code":"35238","name":"Rennes","departement":"35"}}}},
"kids":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"kid_age":{"integer":12},"kid_meals":{"choices":["noon"]}}},{"id":"0190163d-8694-739b-aea5-966c26f8ad92","cells":{"kid_age":{"integer":1},"kid_meals":{"choices":["noon"]}}}]},
"sum":{"email":"a@b.fr"},"day":{"phone":"+33612345678"},"eats":{"text":"oui"},"red":{"yes_no":false},"far":{"yes_no":true},"kept":{"yes_no":true},"ends":{"yes_no":true}}"#;

fn shown(form: &Form, json: &str) -> Vec<String> {
    let journey = Journey::new(form, &answers(json), TODAY);
    let steps = journey.steps().iter();
    steps
        .flat_map(|step| step.fields().map(|(field, _)| field.id.to_string()))
        .collect()
}

#[test]
fn a_form_stored_by_the_first_version_reads_and_means_the_same() {
    let stored = Form::from_canonical(STORED).unwrap();
    let compiled = form(include_str!("conditions-v0.1.0.yaml"));
    assert_eq!(stored, compiled);
    let pruned = prune(&stored, answers(ANSWERS));
    assert!(pruned.get("sum").is_none(), "-10 - 1 < -3, and -10 < 4");
    for kept in ["day", "eats", "red", "far", "kept", "ends"] {
        assert!(pruned.get(kept).is_some(), "{kept}");
    }
    assert!(!json(&pruned).contains(r#"ad92","cells":{"kid_age":{"integer":1},"kid_meals"#));
    assert_eq!(validate(&stored, &pruned, &surroundings()), Ok(()));
    assert!(shown(&stored, ANSWERS).contains(&"red".to_owned()));
    assert!(!shown(&stored, "{}").contains(&"red".to_owned()));
}
