//! The quotient familial of the CAF or of the MSA: « Quotient familial CAF & MSA, [Identité] », version 3 of API Particulier.

use std::sync::LazyLock;

use parvis_form::{
    Answer, Answers, BirthPlace, DataDefaults, Form, Identity, PlaceAnswer, Source, StepSource,
};
use serde::Deserialize;

use crate::failed::Failed;
use crate::slot::{Provider, Query, Slot};

const PATH: &str = "/v3/dss/quotient_familial/identite";
/// First names at most.
const FIRST_NAMES: usize = 3;
/// The code of France among the countries of INSEE.
const FRANCE: &str = "99100";

/// The source.
pub(crate) struct QuotientFamilial;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Needs {
    data_defaults: DataDefaults,
    steps: Vec<StepSource>,
}

#[expect(clippy::expect_used, reason = "a test compiles this very text")]
static NEEDS: LazyLock<Form> = LazyLock::new(|| {
    let text = include_str!("needs.yaml");
    let needs: Needs = parvis_form::definition::read("needs.yaml", text).expect("it reads");
    let form = Form::compile("needs.yaml", &needs.steps, Some(&needs.data_defaults));
    form.expect("it compiles")
});

impl Slot for QuotientFamilial {
    fn source(&self) -> Source {
        Source::QuotientFamilial
    }

    fn provider(&self) -> Provider {
        Provider::ApiParticulier
    }

    fn words(&self) -> &'static str {
        "quotient"
    }

    fn needs(&self) -> &Form {
        &NEEDS
    }

    fn query(&self, needs: &Answers) -> Option<Query> {
        let (Some(Answer::Identity(person)), Some(Answer::Choice(sex))) =
            (needs.get("person"), needs.get("sex"))
        else {
            return None;
        };
        let mut parameters = vec![
            ("nomNaissance", person.family_name.clone()),
            ("sexeEtatCivil", sex_code(sex)?.to_owned()),
        ];
        parameters.extend(person.used_name.clone().map(|name| ("nomUsage", name)));
        parameters.extend(first_names(person));
        let born = person.birth_date?;
        parameters.push(("anneeDateNaissance", born.year().to_string()));
        parameters.push(("moisDateNaissance", born.month().to_string()));
        parameters.push(("jourDateNaissance", born.day().to_string()));
        parameters.extend(birth_place(person.birth_place.as_ref()?));
        Some(Query {
            path: PATH,
            parameters,
        })
    }

    fn read(&self, status: u16, body: &[u8]) -> Result<String, Failed> {
        match status {
            200 => {
                let told: Told = serde_json::from_slice(body).map_err(|_| Failed::Unreadable)?;
                Ok(told.data.quotient_familial.valeur.to_string())
            }
            // 422: what was said does not designate anybody.
            404 | 422 => Err(Failed::NotFound),
            401 | 403 => Err(Failed::Refused),
            429 => Err(Failed::Busy),
            504 => Err(Failed::Slow),
            500.. => Err(Failed::Down),
            _ => Err(Failed::Unreadable),
        }
    }
}

/// What is read of the answer: nothing else of it is.
#[derive(Deserialize)]
struct Told {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    quotient_familial: Quotient,
}

#[derive(Deserialize)]
struct Quotient {
    valeur: i64,
}

fn sex_code(sex: &str) -> Option<&'static str> {
    match sex {
        "female" => Some("F"),
        "male" => Some("M"),
        _ => None,
    }
}

fn first_names(person: &Identity) -> impl Iterator<Item = (&'static str, String)> {
    let names = person.first_names.split([' ', ',']);
    let names = names.filter(|name| !name.is_empty()).take(FIRST_NAMES);
    names.map(|name| ("prenoms[]", name.to_owned()))
}

fn birth_place(place: &BirthPlace) -> Vec<(&'static str, String)> {
    match place {
        PlaceAnswer::Commune { code, .. } => vec![
            ("codeCogInseePaysNaissance", FRANCE.to_owned()),
            ("codeCogInseeCommuneNaissance", code.clone()),
        ],
        PlaceAnswer::Abroad { country_code, .. } => {
            vec![("codeCogInseePaysNaissance", country_code.clone())]
        }
    }
}
