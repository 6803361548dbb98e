//! What a file says, before anybody chose how to write it.

use serde_json::{Map, Value, json};

use super::tape::Tape;

/// A value and what of it must be written as words.
#[derive(Debug, Clone)]
pub enum Said {
    /// Words of the author.
    Text(String),
    /// A name, an expression: never folded.
    Name(String),
    /// A number, a flag: never in quotes.
    Word(String),
    Map(Vec<(&'static str, Said)>),
    List(Vec<Said>),
}

impl Said {
    /// What a reader of YAML must find.
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) | Self::Name(text) => json!(text),
            Self::Word(word) => serde_json::from_str(word).unwrap(),
            Self::Map(entries) => {
                let entries = entries.iter();
                Value::Object(
                    entries
                        .map(|(key, value)| ((*key).to_owned(), value.json()))
                        .collect::<Map<_, _>>(),
                )
            }
            Self::List(items) => items.iter().map(Self::json).collect(),
        }
    }
}

fn name(name: impl Into<String>) -> Said {
    Said::Name(name.into())
}

fn word(word: impl ToString) -> Said {
    Said::Word(word.to_string())
}

/// Words that somebody writes, with the marks that YAML gives another meaning.
pub fn text(tape: &mut Tape<'_>) -> String {
    const WORDS: &[&str] = &[
        "Quel est votre âge ?",
        "Oui : ou non",
        "L’école d’à côté",
        "l'école",
        "Dites « oui », puis signez",
        "le numéro #",
        "a # b",
        "- un tiret",
        "[entre crochets]",
        "{{ prenom }}",
        "\"entre guillemets\"",
        "yes",
        "2026-01-02",
        "0x1F",
        "100 %",
        "*étoile* & compagnie",
        "C:\\dossier",
        "une ligne\nune autre",
        "une ligne\n\n- puis : une autre\n  en retrait",
        "يرجى الإجابة",
        "!important",
        "vrai, faux, ou rien",
        "@mairie",
        "1 500,00 €",
        "null",
        "a:b",
    ];
    let words = tape.among(WORDS);
    match tape.one_in(3) {
        true => words.to_owned(),
        false => format!("{words} {}", tape.number()),
    }
}

/// Words in French alone, or in several languages.
pub fn words(tape: &mut Tape<'_>) -> Said {
    if tape.one_in(2) {
        return Said::Text(text(tape));
    }
    let languages = tape.among(&[
        &["fr", "en"][..],
        &["fr"],
        &["en", "fr"],
        &["fr", "en", "ar"],
    ]);
    let versions = languages.iter().map(|own| (*own, Said::Text(text(tape))));
    Said::Map(versions.collect())
}

/// The questions that conditions may look at, as they are met.
#[derive(Default)]
struct Asked {
    flags: Vec<String>,
    choices: Vec<String>,
    rows: Vec<(String, String)>,
}

impl Asked {
    fn condition(&self, tape: &mut Tape<'_>) -> Option<String> {
        let flag =
            (!self.flags.is_empty()).then(|| self.flags[tape.pick(self.flags.len())].clone());
        let choice =
            (!self.choices.is_empty()).then(|| self.choices[tape.pick(self.choices.len())].clone());
        let row = (!self.rows.is_empty()).then(|| self.rows[tape.pick(self.rows.len())].clone());
        match (tape.pick(4), flag, choice, row) {
            (0, Some(flag), ..) => Some(format!("{flag} == true")),
            (1, _, Some(choice), _) => Some(format!("{choice} == 'q1' || {choice} == \"v_2\"")),
            (2, .., Some((block, cell))) => Some(format!("{block}.exists(r, r.{cell} == false)")),
            (_, Some(flag), Some(choice), _) => {
                Some(format!("{flag}  && {choice} in ['q1', 'v_3']"))
            }
            _ => None,
        }
    }
}

/// A whole procedure file that the checker accepts.
pub fn procedure(tape: &mut Tape<'_>) -> Said {
    let mut entries = head(tape);
    let mut asked = Asked::default();
    let steps = 1 + tape.pick(3);
    let steps = (0..steps).map(|_| step(tape, &mut asked));
    let steps = ("steps", Said::List(steps.collect()));
    let place = match tape.one_in(3) {
        true => tape.pick(entries.len()),
        false => entries.len(),
    };
    entries.insert(place, steps);
    if tape.one_in(2) {
        let last = entries.len() - 1;
        entries.swap(tape.pick(last), last);
    }
    Said::Map(entries)
}

fn head(tape: &mut Tape<'_>) -> Vec<(&'static str, Said)> {
    let door =
        |kind, tape: &mut Tape<'_>| Said::Map(vec![("kind", name(kind)), ("text", words(tape))]);
    let paper = |tape: &mut Tape<'_>| Said::Map(vec![("name", words(tape)), ("hint", words(tape))]);
    let papers = (0..tape.pick(3)).map(|_| paper(tape)).collect();
    let doors = ["counter", "phone", "post"];
    let doors = doors.iter().take(1 + tape.pick(3));
    let doors = doors.map(|kind| door(*kind, tape)).collect();
    let declarations = (0..1 + tape.pick(2)).map(|_| words(tape)).collect();
    let basis = Said::Map(vec![("ground", name("public_task")), ("text", words(tape))]);
    vec![
        ("slug", name("essai")),
        ("title", words(tape)),
        ("summary", name("Demandez une aide.")),
        ("theme", name("solidarity")),
        ("languages", Said::List(vec![name("en"), name("ar")])),
        ("who_for", words(tape)),
        ("what_you_get", words(tape)),
        ("minutes", word(5)),
        ("papers", Said::List(papers)),
        ("cost", Said::Map(vec![("cents", word(0))])),
        (
            "delay",
            Said::Map(vec![("words", words(tape)), ("expected_days", word(7))]),
        ),
        ("asks_for_decision", word(true)),
        ("financial", word(false)),
        (
            "silence",
            Said::Map(vec![
                ("effect", name("rejected")),
                ("delay", name("2 months")),
                ("legal_basis", name("CRPA, art. L231-4, 1°")),
            ]),
        ),
        ("identity", name("required")),
        ("doors", Said::List(doors)),
        ("service", name("accueil")),
        ("group", name("accueil")),
        (
            "retention",
            Said::Map(vec![
                ("after_decision", name("12 months")),
                ("legal_basis", words(tape)),
            ]),
        ),
        ("declarations", Said::List(declarations)),
        (
            "data_defaults",
            Said::Map(vec![
                ("purpose", words(tape)),
                ("legal_basis", basis),
                ("retention", name("12 months")),
                ("sensitivity", name("ordinary")),
            ]),
        ),
        ("sources", Said::List(Vec::new())),
    ]
}

fn step(tape: &mut Tape<'_>, asked: &mut Asked) -> Said {
    let mut entries = vec![
        ("step", name(format!("s{}", tape.number()))),
        ("title", words(tape)),
    ];
    if tape.one_in(4) {
        entries.push(("intro", words(tape)));
    }
    if tape.one_in(2)
        && let Some(condition) = asked.condition(tape)
    {
        entries.push(("if", name(condition)));
    }
    let (_, _, first) = field(tape);
    let mut elements = vec![Said::Map(first)];
    elements.extend((0..tape.pick(4)).map(|_| element(tape, asked)));
    entries.push(("elements", Said::List(elements)));
    if tape.one_in(4)
        && let Some(condition) = asked.condition(tape)
    {
        let reason = vec![
            ("if", name(condition)),
            ("message", words(tape)),
            ("who", words(tape)),
        ];
        entries.insert(2, ("ineligible", Said::List(vec![Said::Map(reason)])));
    }
    Said::Map(entries)
}

fn element(tape: &mut Tape<'_>, asked: &mut Asked) -> Said {
    let condition = match tape.one_in(3) {
        true => asked.condition(tape),
        false => None,
    };
    let mut entries = match tape.pick(8) {
        0 => vec![("explanation", words(tape))],
        1 => vec![("heading", words(tape)), ("level", word(2))],
        2 => block(tape, asked),
        _ => {
            let (id, kind, field) = field(tape);
            match kind {
                "yes_no" if condition.is_none() => asked.flags.push(id),
                "choice" if condition.is_none() => asked.choices.push(id),
                _ => {}
            }
            field
        }
    };
    if let Some(condition) = condition {
        let place = 1 + tape.pick(entries.len());
        entries.insert(place, ("if", name(condition)));
    }
    Said::Map(entries)
}

fn block(tape: &mut Tape<'_>, asked: &mut Asked) -> Vec<(&'static str, Said)> {
    let id = format!("b{}", tape.number());
    let (cell, _, first) = field_of(tape, "yes_no");
    let (_, _, mut second) = field(tape);
    second.push(("if", name(format!("{cell} == true"))));
    asked.rows.push((id.clone(), cell));
    vec![
        ("block", name(id)),
        ("title", words(tape)),
        ("row_title", words(tape)),
        ("add_label", words(tape)),
        ("min", word(1)),
        ("max", word(4)),
        (
            "fields",
            Said::List(vec![Said::Map(first), Said::Map(second)]),
        ),
    ]
}

type Field = (String, &'static str, Vec<(&'static str, Said)>);

fn field(tape: &mut Tape<'_>) -> Field {
    let kind = tape.among(&["yes_no", "choice", "short_text", "integer", "date"]);
    field_of(tape, kind)
}

fn field_of(tape: &mut Tape<'_>, kind: &'static str) -> Field {
    let id = format!("q{}", 10 + tape.number());
    let mut entries = vec![
        ("field", name(&id)),
        ("kind", name(kind)),
        ("label", words(tape)),
    ];
    if tape.one_in(3) {
        entries.push(("hint", words(tape)));
    }
    if tape.one_in(4) {
        entries.push(("optional", word(true)));
    }
    if kind == "choice" {
        let option = |value: &str, tape: &mut Tape<'_>| {
            Said::Map(vec![("value", name(value)), ("label", words(tape))])
        };
        let options = ["q1", "v_2", "v_3"].map(|value| option(value, tape));
        entries.push(("options", Said::List(options.to_vec())));
    }
    if kind == "integer" {
        entries.extend([("min", word(0)), ("max", name("12"))]);
    }
    if tape.one_in(6) {
        let place = 1 + tape.pick(entries.len() - 1);
        entries.swap(0, place);
    }
    (id, kind, entries)
}
