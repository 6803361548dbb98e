//! Answers in words.

use crate::world::{answers, form};
use parvis_form::{Shown, summary};
use parvis_kernel::{Language, LanguageTag, Tongues};

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
  "transport":{"other_choice":"En trottinette"},
  "needs":{"other_choices":{"chosen":["chair","other"],"text":"Une rampe"}},
  "stop":{"table_row":{"value":"MAI-1","label":"Mairie","columns":{"code":{"text":"MAI-1"},"nom":{"text":"Mairie"},"name":{"text":"Town hall"},"places":{"integer":12},"tarif":{"amount":{"cents":150}}}}},
  "fare":{"yes_no":true},
  "problem":{"linked":{"first":"road","second":"pothole"}},
  "departement":{"departement":{"code":"2A","name":"Corse-du-Sud"}},
  "region":{"region":{"code":"53","name":"Bretagne"}},
  "country":{"country":{"code":"DE","name":"Allemagne"}},
  "epci":{"epci":{"code":"243500139","name":"Rennes Métropole"}},
  "island":{"yes_no":false},
  "association":{"association":{"number":"W351000123","name":"Les Amis du Pré","source":"register"}},
  "company":{"company":{"number":"73282932000074","name":"Menuiserie Lenoir","source":"declared"}},
  "school":{"school":{"name":"École du Bourg","source":"declared"}},
  "before":{"dossier":"7K2M-94QD"},
  "where":{"location":{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1.5,0],[1.5,1.25],[0,0]]]},"address":{"street":"rue Basse","postcode":"35000","commune_code":"35238","commune":"Rennes"}}},
  "ground":{"integer":12},
  "has_children":{"yes_no":true},
  "children":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"child_name":{"identity":{"family_name":"Lenoir","first_names":"Ada"}},"at_school":{"yes_no":true}}}]},
  "income":{"integer":21500},
  "rent":{"amount":{"cents":123450}},
  "county":{"choice":"south"},
  "siren":{"siren":"123456782"},
  "siret":{"siret":"12345678200010"},
  "account":{"iban":"FR1420041010050500013M02606"},
  "car":{"vehicle_plate":"AA-123-AA"},
  "meeting":{"date_time":"2026-12-01T14:30:00"},
  "reference":{"text":"AB1234"},
  "news":{"consent":true},
  "signed":{"signature":{"name":"Zoé Lenoir"}},
  "surface":{"decimal":"18.5"},
  "works":{"text":"Isolation"},
  "proof":{"pieces":{"files":[{"id":"0190163d-8694-739b-aea5-966c26f8ad99","name":"avis.pdf","media_type":"application/pdf","size":1200}],"other_way":true}},
  "stranger":{"text":"never said"}
}"#;

fn said(language: Language) -> String {
    let form = form(include_str!("every_kind.yaml"));
    let mut lines = Vec::new();
    for step in summary(&form, &answers(FULL), language) {
        lines.push(format!("## {}", step.title.words));
        for row in step.rows {
            let of_row = row
                .row
                .map(|row| format!("[{}] ", row.title.words))
                .unwrap_or_default();
            let said: Vec<&str> = row.lines.iter().map(|line| line.words.as_str()).collect();
            lines.push(format!(
                "{of_row}{} = {}",
                row.label.words,
                said.join(" | ")
            ));
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

#[test]
fn each_word_of_an_author_is_said_with_its_language() {
    const CHOICES: &str = "
- step: un
  title: {fr: Étape, ar: خطوة}
  elements:
  - field: kind
    label: {fr: Aide, ar: مساعدة}
    kind: choices
    other: true
    options:
    - {value: food, label: {fr: Nourriture, ar: طعام}}
    - {value: roof, label: Toit}
    - {value: rest, label: Reste}
";
    let form = form(CHOICES);
    let given = answers(
        r#"{"kind":{"other_choices":{"chosen":["food","roof","other"],"text":"une bâche"}}}"#,
    );
    let arabic: LanguageTag = "ar".parse().unwrap();
    let tongues = Tongues {
        house: Language::French,
        authors: arabic,
    };
    let steps = summary(&form, &given, tongues);
    let told = |shown: &Shown| (shown.words.clone(), shown.language, shown.is_lacking);
    assert_eq!(
        told(&steps[0].title),
        ("خطوة".to_owned(), Some(arabic), false)
    );
    let lines: Vec<_> = steps[0].rows[0].lines.iter().map(told).collect();
    let french = Some(LanguageTag::FRENCH);
    let expected = [
        ("طعام".to_owned(), Some(arabic), false),
        ("Toit".to_owned(), french, true),
        ("Autre : une bâche".to_owned(), None, false),
    ];
    assert_eq!(lines, expected);
}
