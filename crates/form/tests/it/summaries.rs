//! Answers in words.

use crate::world::{answers, form};
use parvis_form::summary;
use parvis_kernel::Language;

const FULL: &str = r#"{
  "full_name":{"text":"Zoé Lenoir"},
  "person":{"identity":{"family_name":"Lenoir","used_name":"Martin","first_names":"Zoé Anne","birth_date":"1984-03-01","birth_place":{"abroad":{"country_code":"99109","country":"Allemagne","town":"Bonn"}}}},
  "mail":{"email":"zoe@exemple.fr"},
  "home":{"address":{"number":"12 bis","street":"rue Basse","complement":"Bâtiment B","postcode":"35000","commune_code":"35238","commune":"Rennes"}},
  "document":{"choice":"full_copy"},
  "born_in":{"place":{"commune":{"code":"35238","name":"Rennes","departement":"35"}}},
  "copies":{"integer":2},
  "reasons":{"choices":["passport","other"]},
  "other_reason":{"text":"Un dossier\n\nurgent"},
  "has_children":{"yes_no":true},
  "children":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"child_name":{"identity":{"family_name":"Lenoir","first_names":"Ada"}},"at_school":{"yes_no":true}}}]},
  "income":{"integer":21500},
  "proof":{"pieces":{"files":[{"id":"0190163d-8694-739b-aea5-966c26f8ad99","name":"avis.pdf","media_type":"application/pdf","size":1200}],"other_way":true}},
  "stranger":{"text":"never said"}
}"#;

fn said(language: Language) -> String {
    let form = form(include_str!("every_kind.yaml"));
    let mut lines = Vec::new();
    for step in summary(&form, &answers(FULL), language) {
        lines.push(format!("## {}", step.title));
        for row in step.rows {
            let of_row = row
                .row
                .map(|row| format!("[{}] ", row.title))
                .unwrap_or_default();
            lines.push(format!("{of_row}{} = {}", row.label, row.lines.join(" | ")));
        }
    }
    lines.join("\n")
}

#[test]
fn answers_are_said_in_french() {
    insta::assert_snapshot!(said(Language::French));
}

#[test]
fn answers_are_said_in_english_where_the_author_wrote_it() {
    insta::assert_snapshot!(said(Language::English));
}

#[test]
fn hidden_answers_are_not_said() {
    let form = form(include_str!("every_kind.yaml"));
    let hidden = answers(
        r#"{"document":{"choice":"extract"},"copies":{"integer":2},"has_children":{"yes_no":true}}"#,
    );
    let steps = summary(&form, &hidden, Language::French);
    let names: Vec<_> = steps
        .iter()
        .flat_map(|step| &step.rows)
        .map(|row| row.field.as_str())
        .collect();
    assert!(
        !names.contains(&"copies") && !names.contains(&"has_children"),
        "{names:?}"
    );
}
