//! Helpers: a file, a few places, a day.

use jiff::civil::{Date, date};
use parvis_form::{
    Answer, Answers, Country, DataDefaults, Entries, Form, HeldPieces, Listed, Lookup, NoPieces,
    NotOwn, OfficialList, OfficialLists, OwnDossiers, Place, PlaceScope, Places, Problem, Register,
    StepSource, Surroundings, Text,
};
use serde::Deserialize;

/// The form part of a procedure file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub data_defaults: Option<DataDefaults>,
    pub steps: Vec<StepSource>,
}

/// What every sample file starts with.
pub const HEAD: &str = "data_defaults:
  purpose: Instruire la demande
  legal_basis: {ground: public_task, text: Code civil}
  retention: 2 years
  sensitivity: ordinary
steps:
";

/// Compiles a whole file.
pub fn compile(text: &str) -> Result<Form, Vec<Problem>> {
    let file: File =
        parvis_form::definition::read("procedure.yaml", text).map_err(|problem| vec![problem])?;
    Form::compile("procedure.yaml", &file.steps, file.data_defaults.as_ref())
}

/// Compiles the steps of a file that must be right.
pub fn form(steps: &str) -> Form {
    compile(&format!("{HEAD}{steps}")).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}\n{steps}", lines.join("\n"))
    })
}

/// A form of one step, whose elements are given, indented by four spaces.
pub fn step(elements: &str) -> Form {
    form(&format!(
        "- step: one\n  title: Une\n  elements:\n{elements}"
    ))
}

/// A form of one field called `f`.
pub fn field(rest: &str) -> Form {
    step(&format!("  - {{field: f, label: F, {rest}}}\n"))
}

/// Entries from pairs; a repeated name gathers its values.
pub fn entries(pairs: &[(&str, &str)]) -> Entries {
    let mut entries = Entries::new();
    for (name, value) in pairs {
        entries
            .entry((*name).to_owned())
            .or_default()
            .push((*value).to_owned());
    }
    entries
}

/// Answers from their JSON.
pub fn answers(json: &str) -> Answers {
    serde_json::from_str(json).unwrap()
}

/// One answer, from its JSON.
pub fn answer(json: &str) -> Answer {
    serde_json::from_str(json).unwrap()
}

/// The JSON of anything.
pub fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

pub const TODAY: Date = date(2026, 11, 22);

/// The day, a few places, no piece.
pub fn surroundings() -> Surroundings<'static> {
    surroundings_with(&NoPieces)
}

pub fn surroundings_with(pieces: &dyn HeldPieces) -> Surroundings<'_> {
    Surroundings {
        today: TODAY,
        places: &FewPlaces,
        lists: &FewLists,
        lookup: &FewNames,
        dossiers: &OneDossier,
        pieces,
    }
}

/// One association in the register.
struct FewNames;

impl Lookup for FewNames {
    fn name(&self, register: Register, number: &str) -> Option<String> {
        let known = register == Register::Associations && number == "W351000123";
        known.then(|| "Les Amis du Pré".to_owned())
    }
}

/// One other dossier of the person.
struct OneDossier;

impl OwnDossiers for OneDossier {
    fn number(&self, typed: &str) -> Result<String, NotOwn> {
        match typed.to_uppercase().replace('-', "").as_str() {
            "7K2M94QD" => Ok("7K2M-94QD".to_owned()),
            other if other.len() == 8 => Err(NotOwn::NotTheirs),
            _ => Err(NotOwn::NotNumber),
        }
    }
}

/// A few elements of each official list.
pub struct FewLists;

impl OfficialLists for FewLists {
    fn all(&self, list: OfficialList) -> Vec<Listed> {
        let few: &[(&str, &str, Option<&str>)] = match list {
            OfficialList::Departements => &[
                ("2A", "Corse-du-Sud", None),
                ("35", "Ille-et-Vilaine", None),
            ],
            OfficialList::Regions => &[("53", "Bretagne", None), ("94", "Corse", None)],
            OfficialList::Countries => &[
                ("DE", "Allemagne", Some("Germany")),
                ("FR", "France", Some("France")),
            ],
            OfficialList::Epci => &[
                ("200039022", "CC Val d'Ille-Aubigné", None),
                ("243500139", "Rennes Métropole", None),
                ("200043990", "CC Bretagne romantique", None),
            ],
        };
        let listed = few.iter().map(|(code, name, english)| Listed {
            value: (*code).to_owned(),
            label: match english {
                Some(english) => Text::bilingual(*name, *english),
                None => Text::french(*name),
            },
            hint: None,
        });
        listed.collect()
    }

    fn by_code(&self, list: OfficialList, code: &str) -> Option<Listed> {
        let mut all = self.all(list).into_iter();
        all.find(|listed| listed.value.eq_ignore_ascii_case(code))
    }
}

/// A few communes and one country.
pub struct FewPlaces;

const COMMUNES: [(&str, &str, &[&str], &str); 8] = [
    ("35238", "Rennes", &["35000", "35200", "35700"], "35"),
    ("35047", "Bruz", &["35170"], "35"),
    ("35066", "Chartres-de-Bretagne", &["35131"], "35"),
    ("93066", "Saint-Denis", &["93200", "93210"], "93"),
    ("97411", "Saint-Denis", &["97400", "97417"], "974"),
    ("2A004", "Ajaccio", &["20000", "20090"], "2A"),
    ("2A001", "Afa", &["20167"], "2A"),
    ("55039", "Beaumont-en-Verdunois", &[], "55"),
];

fn place(
    (code, name, postcodes, departement): (&str, &str, &[&str], &str),
    now_in: Option<&str>,
) -> Place {
    Place {
        code: code.to_owned(),
        name: name.to_owned(),
        postcodes: postcodes
            .iter()
            .map(|postcode| (*postcode).to_owned())
            .collect(),
        departement: departement.to_owned(),
        now_in: now_in.map(str::to_owned),
    }
}

fn all(scope: PlaceScope) -> Vec<Place> {
    let mut places: Vec<_> = COMMUNES
        .into_iter()
        .map(|commune| place(commune, None))
        .collect();
    if scope == PlaceScope::CurrentAndFormer {
        places.push(place(("35133", "Guiler", &["35550"], "35"), Some("Rennes")));
    }
    places.push(place(("35111", "Mellé", &["35170"], "35"), None));
    places
}

fn plain(text: &str) -> String {
    text.to_lowercase()
        .replace(['-', '\''], " ")
        .replace(['é', 'è'], "e")
        .replace("st ", "saint ")
}

impl Places for FewPlaces {
    fn by_code(&self, code: &str, scope: PlaceScope) -> Option<Place> {
        all(scope).into_iter().find(|place| place.code == code)
    }

    fn search(&self, text: &str, scope: PlaceScope) -> Vec<Place> {
        let wanted = plain(text);
        let mut found = all(scope);
        found.retain(|place| {
            plain(&place.name).starts_with(&wanted) || place.postcodes.contains(&wanted)
        });
        found
    }

    fn country(&self, code: &str) -> Option<Country> {
        self.countries()
            .into_iter()
            .find(|country| country.code == code)
    }

    fn countries(&self) -> Vec<Country> {
        vec![Country {
            code: "99109".to_owned(),
            name: "Allemagne".to_owned(),
        }]
    }
}
