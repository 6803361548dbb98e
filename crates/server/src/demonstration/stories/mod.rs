//! What people ask for: answers that hold together, and the files that go with them.

mod aid;
mod birth;
mod entries;
mod report;
mod school;
mod talk;

use jiff::civil::Date;
use parvis_dossier::model::Identification;
use parvis_dossier::piece::Place;
use parvis_form::{Answer, Answers, FieldId, PieceEntry, Pieces};
use parvis_kernel::{Language, PieceId};

use super::communes::Town;
use super::course::Course;
use super::files::{self, File};
use super::people::Person;
use super::random::Random;

pub(super) use entries::{entries_of_fields, entries_of_step};
pub(super) use talk::{Talk, said, talk};

/// Who asks, where, and what will become of it.
pub(super) struct Asker<'a> {
    pub(super) person: &'a Person,
    pub(super) others: &'a [Person],
    pub(super) town: &'a Town,
    pub(super) identification: Identification,
    pub(super) language: Language,
    pub(super) course: Course,
    /// The day on which the demonstration is loaded.
    pub(super) today: Date,
    pub(super) shelf: &'a Shelf,
}

impl<'a> Asker<'a> {
    /// Somebody else.
    pub(super) fn other(&self, random: &mut Random) -> &'a Person {
        self.others
            .get(random.below(self.others.len()))
            .unwrap_or(self.person)
    }
}

/// What somebody asks.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    pub(super) answers: Answers,
    pub(super) files: Vec<Given>,
}

/// A file that somebody gives for a question.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) id: PieceId,
    pub(super) place: Place,
    pub(super) file: File,
}

/// What somebody asks of a procedure; nothing beforehand for one that is not known here.
pub(super) fn story(slug: &str, asker: &Asker<'_>, random: &mut Random) -> Story {
    match slug {
        "acte-naissance" => birth::story(asker, random),
        "aide-urgence" => aid::story(asker, random),
        "ecole-cantine" | "inscription-scolaire" | "inscription-scolaire-cantine" => {
            school::story(asker, random)
        }
        "signaler-un-probleme" => report::story(asker, random),
        _ => Story::default(),
    }
}

impl Story {
    fn put(&mut self, field: &str, answer: Answer) {
        if let Ok(field) = field.parse::<FieldId>() {
            self.answers.insert(field, answer);
        }
    }

    fn choose(&mut self, field: &str, value: &str) {
        self.put(field, Answer::Choice(value.to_owned()));
    }

    /// A file, or now and then the promise to send it another way.
    fn give(&mut self, field: &str, file: Option<File>) {
        let files: Vec<PieceEntry> = file
            .map(|file| {
                let given = Given {
                    id: PieceId::new(),
                    place: Place::Field(field.to_owned()),
                    file,
                };
                let entry = entry_of(&given);
                self.files.push(given);
                entry
            })
            .into_iter()
            .collect();
        let other_way = files.is_empty();
        self.put(field, Answer::Pieces(Pieces { files, other_way }));
    }

    /// One more file for a question, given once the service asked for it.
    pub(super) fn add(&mut self, given: &Given) {
        let Place::Field(field) = &given.place else {
            return;
        };
        let mut pieces = match self.answers.get(field) {
            Some(Answer::Pieces(pieces)) => pieces.clone(),
            _ => Pieces {
                files: Vec::new(),
                other_way: false,
            },
        };
        pieces.other_way = false;
        pieces.files.push(entry_of(given));
        self.put(field, Answer::Pieces(pieces));
    }
}

fn entry_of(given: &Given) -> PieceEntry {
    PieceEntry {
        id: given.id,
        name: given.file.name.to_owned(),
        media_type: given.file.media_type.to_owned(),
        size: u64::try_from(given.file.content.len()).unwrap_or(0),
    }
}

/// The files of the demonstration, made once.
#[derive(Debug, Clone)]
pub(super) struct Shelf {
    pub(super) family_record: File,
    pub(super) address_proof: File,
    pub(super) mandate: File,
    pub(super) pictures: [File; 4],
}

impl Shelf {
    pub(super) fn filled() -> anyhow::Result<Self> {
        Ok(Self {
            family_record: files::pdf("livret-de-famille.pdf", "Livret de famille"),
            address_proof: files::pdf("justificatif-domicile.pdf", "Justificatif de domicile"),
            mandate: files::pdf("mandat.pdf", "Mandat"),
            pictures: [
                files::picture("photo-rue.png", [58, 52, 50])?,
                files::picture("IMG_2041.png", [150, 92, 48])?,
                files::picture("IMG_2042.png", [42, 76, 52])?,
                files::picture("depot.png", [88, 88, 120])?,
            ],
        })
    }

    fn picture(&self, random: &mut Random) -> Option<File> {
        self.pictures
            .get(random.below(self.pictures.len()))
            .cloned()
    }
}
