//! The draft of a démarche after a disaster: a model of the library, with what its author answered.

use jiff::civil::Date;
use parvis_procedure::edit::{Content, Document, Operation, Path, Refused};
use parvis_procedure::{CRISIS, LIBRARY};
use parvis_web::{Choice, DateEntry, Entries, EntriesExt, Visit};

use crate::error::DemarcheError;

/// Procedures of the same name that one organisation may open, one after the other.
const SAME: usize = 20;

/// What an author answered.
pub(super) struct Crisis<'a> {
    pub model: &'a str,
    pub what: &'a str,
    pub places: &'a str,
    pub service: &'a str,
    pub group: &'a str,
    /// The last day, in French and in English.
    pub until: [String; 2],
}

/// The text of a model of a crisis.
pub(super) fn model(name: &str) -> Option<&'static str> {
    let known = CRISIS.contains(&name);
    let found = LIBRARY.iter().find(|(own, _)| known && *own == name);
    found.map(|(_, text)| *text)
}

/// The models to choose among: the first is chosen.
pub(super) fn models(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let models = CRISIS.iter().enumerate().filter_map(|(index, name)| {
        let document = Document::read(model(name)?).ok()?;
        let title = document.words(&Path::root().child("title"));
        let title = super::super::editor::short(&title, visit);
        let first = chosen.is_empty() && index == 0;
        Some(Choice::new(*name, title).checked(first || *name == chosen))
    });
    models.collect()
}

/// What the models write under a key: their service, their group.
pub(super) fn named_by_models(key: &str) -> Vec<String> {
    let documents = CRISIS
        .iter()
        .filter_map(|name| Document::read(model(name)?).ok());
    documents
        .map(|document| document.word(&Path::root().child(key)).to_owned())
        .collect()
}

/// The day as it was typed.
pub(super) fn day_typed(entries: &Entries) -> DateEntry {
    let part = |name: &str| entries.first(&format!("fin-{name}")).to_owned();
    DateEntry::new(part("jour"), part("mois"), part("annee"))
}

/// The day that was typed, if it is one.
pub(super) fn day(entries: &Entries) -> Option<Date> {
    let part = |name: &str| entries.first(&format!("fin-{name}")).trim();
    let year = part("annee").parse().ok()?;
    Date::new(year, part("mois").parse().ok()?, part("jour").parse().ok()?).ok()
}

impl Crisis<'_> {
    /// The draft under a name in addresses, and under the names that follow it.
    pub fn drafts(&self, base: &str) -> Result<Vec<(String, Document)>, DemarcheError> {
        let named = (1..=SAME).map(|number| match number {
            1 => base.to_owned(),
            number => format!("{base}-{number}"),
        });
        let drafts = named.map(|slug| {
            let document = self.document(&slug);
            Ok((slug, document.map_err(|_| DemarcheError::NotFound)?))
        });
        drafts.collect()
    }

    fn document(&self, slug: &str) -> Result<Document, Refused> {
        let gone = Refused::NotThere { path: Path::root() };
        let document = Document::read(model(self.model).ok_or(gone)?)?;
        let mut operations = vec![
            set("slug", slug.to_owned()),
            set("service", self.service.to_owned()),
            set("group", self.group.to_owned()),
        ];
        let who_for = document.words(&Path::root().child("who_for"));
        for (language, until) in ["fr", "en"].into_iter().zip(&self.until) {
            let title = document.words(&Path::root().child("title"));
            let title = title.in_language(language);
            operations.push(set(
                &format!("title/{language}"),
                in_language(
                    language,
                    [
                        &format!("{title} : {}", self.what),
                        &format!("{title}: {}", self.what),
                    ],
                ),
            ));
            let said = self.said(language, until);
            let after = who_for.in_language(language).trim();
            operations.push(set(
                &format!("who_for/{language}"),
                format!("{said}\n\n{after}\n"),
            ));
        }
        Document::read(&document.edited_by(&operations)?)
    }

    /// What happened, where, and until when one may ask.
    fn said(&self, language: &str, until: &str) -> String {
        let Self { what, places, .. } = self;
        in_language(
            language,
            [
                &format!(
                    "Ce qui s’est passé : {what}. Lieux touchés : {places}.\n\nDemandez avant la fin du {until}."
                ),
                &format!(
                    "What happened: {what}. Places hit: {places}.\n\nAsk before the end of {until}."
                ),
            ],
        )
    }
}

fn in_language(language: &str, [french, english]: [&str; 2]) -> String {
    if language == "fr" { french } else { english }.to_owned()
}

fn set(key: &str, text: String) -> Operation {
    let path = key
        .split('/')
        .fold(Path::root(), |path, part| path.child(part));
    Operation::Set {
        path,
        content: Content::text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parvis_procedure::check;

    #[test]
    fn four_answers_make_a_draft_that_stands_from_every_model() {
        for model in CRISIS {
            let crisis = Crisis {
                model,
                what: "crue de la Loire : \"la\" nuit du 14 juin",
                places: "les quais, le bourg bas",
                service: "ccas",
                group: "ccas",
                until: [
                    "30 septembre 2027".to_owned(),
                    "30 September 2027".to_owned(),
                ],
            };
            let drafts = crisis.drafts("aide-crue").unwrap();
            assert_eq!(drafts[1].0, "aide-crue-2");
            let text = drafts[0].1.text();
            let checked = check("crise.yaml", text).unwrap();
            let french = |text: &parvis_form::Text| {
                text.in_language(parvis_kernel::Language::French).to_owned()
            };
            assert!(french(&checked.file.title).ends_with(crisis.what));
            assert!(
                french(&checked.file.who_for).contains("Lieux touchés : les quais, le bourg bas.")
            );
            assert!(french(&checked.file.who_for).contains("30 septembre 2027"));
            let comments = |text: &str| {
                text.lines()
                    .filter(|line| line.trim().starts_with('#'))
                    .count()
            };
            assert_eq!(
                comments(text),
                comments(super::model(model).unwrap()),
                "comments are kept"
            );
        }
    }
}
