//! What is asked, with what the text says already: ready for a page.

use parvis_kernel::LanguageTag;
use parvis_procedure::edit::{Document, Path, Words};
use parvis_web::{Choice, Tag, Visit, Wording};

use super::asked::{Asked, DOORS, Rows, What};
use super::findings::Found;
use super::problems::Noted;
use super::work::id;

/// One thing asked.
pub(super) struct Control {
    /// The name of what is sent, and the id of what is typed.
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: Wording,
    /// What the linter says of it.
    pub found: Vec<FoundHere>,
    /// What is told beside it.
    pub note: Option<Note>,
    pub typed: Typed,
}

/// A finding beside what it is about; the rest of it is told below.
pub(super) struct FoundHere {
    pub severity: Tag,
    pub said: String,
    pub href: String,
}

/// Words beside a control, and where they lead.
pub(super) struct Note {
    pub said: String,
    pub words: String,
    pub href: String,
}

/// How it is typed, with what is written already.
pub(super) enum Typed {
    /// A text in each of its languages, French first.
    Text {
        versions: Vec<Version>,
        /// How many rows are shown; one is a line.
        rows: usize,
    },
    Line(String),
    Number(String),
    Lines {
        text: String,
        code: bool,
    },
    Tick(bool),
    Choose {
        choices: Vec<Choice>,
        empty: bool,
    },
    YesNo(Vec<Choice>),
    Several(Vec<Choice>),
    Rows(Vec<Row>),
}

/// A text in one language.
pub(super) struct Version {
    /// The language.
    pub language: LanguageTag,
    /// What the field is called.
    pub label: String,
    /// What is written already.
    pub words: String,
}

/// The languages in which an author writes a text: French, those that the file promises or, when it promises none, English, and those in
/// which the text is written already.
pub(super) fn languages(document: &Document, own: &Words) -> Vec<LanguageTag> {
    let promised = Path::root().child("languages");
    let promised = document.items(&promised).into_iter();
    let promised: Vec<String> = promised
        .map(|item| document.word(&item.path).to_owned())
        .collect();
    let otherwise = promised.is_empty().then_some(LanguageTag::ENGLISH);
    let named = promised.iter().chain(own.0.iter().map(|(tag, _)| tag));
    let named = named.filter_map(|tag| tag.parse().ok());
    let mut languages = vec![LanguageTag::FRENCH];
    for language in otherwise.into_iter().chain(named) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// The items of a list, one a line.
fn lines(document: &Document, path: &Path) -> String {
    let items = document.items(path).into_iter();
    let lines: Vec<&str> = items.map(|item| document.word(&item.path)).collect();
    lines.join("\n")
}

/// The list of each language, one item a line.
pub(super) fn lists(document: &Document, path: &Path) -> Words {
    let languages = document.keys(path).into_iter();
    let lists = languages.map(|language| {
        let lines = lines(document, &path.child(&language));
        (language, lines)
    });
    Words(lists.collect())
}

/// One item of a list.
pub(super) struct Row {
    pub title: String,
    /// Its place, for the buttons; none for one that does not exist yet.
    pub path: Option<String>,
    /// Its own page; nothing when all of it is asked here.
    pub page: Option<Note>,
    pub first: bool,
    pub last: bool,
    pub controls: Vec<Control>,
}

/// What a page shows of a part of a text.
pub(super) struct Shown<'a> {
    pub visit: &'a Visit,
    pub document: &'a Document,
    pub noted: &'a [Noted],
    /// What the linter says of the page, in the order in which it is told below.
    pub found: &'a [Found],
    /// The pages of parts.
    pub parts: String,
    /// Short names and names of services and of groups.
    pub services: &'a [(String, String)],
    pub groups: &'a [(String, String)],
}

/// The place of something asked.
pub(super) fn place(base: &Path, key: &str) -> Path {
    let parts = key.split('/').filter(|part| !part.is_empty());
    parts.fold(base.clone(), |path, part| path.child(part))
}

impl Shown<'_> {
    pub fn control(&self, base: &Path, asked: &Asked) -> Control {
        let path = place(base, asked.key);
        let hint = match asked.hint {
            "" => String::new(),
            key => self.visit.say(key).to_owned(),
        };
        let error = self.wrong_with(base, &path, asked);
        Control {
            name: id(&path.to_string()),
            label: self.visit.say(asked.words).to_owned(),
            hint,
            error: error.unwrap_or_default().into(),
            found: match asked.what {
                What::Rows(_) => Vec::new(),
                _ => self.found_at(&path),
            },
            note: None,
            typed: self.typed(&path, asked),
        }
    }

    /// What the linter says of a place.
    pub fn found_at(&self, path: &Path) -> Vec<FoundHere> {
        let own = self.found.iter().enumerate();
        let own = own.filter(|(_, found)| found.path.is_within(path));
        let told = own.map(|(index, found)| FoundHere {
            severity: found.told.severity.clone(),
            said: found.told.message.clone(),
            href: format!("#constat-{}", index + 1),
        });
        told.collect()
    }

    /// What is wrong with something asked: there, or with the part of the file that should hold it and is missing.
    fn wrong_with(&self, base: &Path, path: &Path, asked: &Asked) -> Option<String> {
        let holder = path.parent();
        let found = self.noted.iter().find(|noted| match asked.what {
            What::Rows(_) | What::Doors => noted.path == *path,
            _ if noted.path == holder && holder != *base => noted.missing,
            _ => noted.path.is_within(path),
        });
        let found = found?;
        let label = [("label", self.visit.say(asked.words))];
        Some(match found.missing {
            true => self.visit.say_with("editor-missing", &label),
            false => found.said.clone(),
        })
    }

    fn typed(&self, path: &Path, asked: &Asked) -> Typed {
        let word = || self.document.word(path).to_owned();
        let text = |rows| self.text(&self.document.words(path), rows);
        match asked.what {
            What::Words => text(1),
            What::LongWords => text(3),
            What::Lists => self.text(&lists(self.document, path), 5),
            What::Line => Typed::Line(word()),
            What::Number => Typed::Number(word()),
            What::Expression => Typed::Lines {
                text: word(),
                code: true,
            },
            What::List => Typed::Lines {
                text: lines(self.document, path),
                code: false,
            },
            What::Tick { otherwise } => Typed::Tick(self.document.flag(path).unwrap_or(otherwise)),
            What::YesNo => {
                let own = self.document.flag(path);
                let choice = |flag: bool, key| {
                    let label = self.visit.say(key).to_owned();
                    Choice::new(flag.to_string(), label).checked(own == Some(flag))
                };
                Typed::YesNo(vec![choice(true, "editor-yes"), choice(false, "editor-no")])
            }
            What::Term(terms) => Typed::Choose {
                choices: self.terms(terms, &[self.document.word(path)]),
                empty: self.document.word(path).is_empty(),
            },
            What::Terms { terms, otherwise } => {
                let items = self.document.items(path);
                let own: Vec<&str> = items
                    .iter()
                    .map(|item| self.document.word(&item.path))
                    .collect();
                let own = if self.document.has(path) {
                    own
                } else {
                    otherwise.to_vec()
                };
                Typed::Several(self.terms(terms, &own))
            }
            What::Service => self.named(path, self.services),
            What::Group => self.named(path, self.groups),
            What::Rows(rows) => Typed::Rows(self.rows(path, rows)),
            What::Doors => Typed::Rows(self.doors(path)),
        }
    }

    fn text(&self, own: &Words, rows: usize) -> Typed {
        let versions = languages(self.document, own).into_iter().map(|language| {
            let name = language.name(self.visit.language);
            let key = match language {
                LanguageTag::FRENCH => "editor-french",
                _ => "editor-in-language",
            };
            Version {
                language,
                label: self.visit.say_with(key, &[("language", name)]),
                words: own.in_language(language.as_str()).to_owned(),
            }
        });
        Typed::Text {
            versions: versions.collect(),
            rows,
        }
    }

    fn terms(&self, terms: &[(&str, &str)], chosen: &[&str]) -> Vec<Choice> {
        let choices = terms.iter().map(|(term, words)| {
            let label = self.visit.say(words).to_owned();
            Choice::new(*term, label).checked(chosen.contains(term))
        });
        choices.collect()
    }

    /// One of the services, or of the groups; what the text names stays offered even when the organisation has it no more.
    fn named(&self, path: &Path, known: &[(String, String)]) -> Typed {
        let own = self.document.word(path);
        let choices = known
            .iter()
            .map(|(slug, name)| Choice::new(slug.clone(), name.clone()).checked(slug == own));
        let mut choices: Vec<Choice> = choices.collect();
        if !own.is_empty() && !choices.iter().any(|choice| choice.checked) {
            choices.push(Choice::new(own, own).checked(true));
        }
        Typed::Choose {
            choices,
            empty: own.is_empty(),
        }
    }

    fn rows(&self, path: &Path, rows: &Rows) -> Vec<Row> {
        let items = self.document.items(path);
        let offered = match rows.offered {
            0 => items.len(),
            offered => items.len().max(offered - 1) + 1,
        };
        let shown = (0..offered).map(|index| {
            let own = path.child(index);
            let controls = rows.asked.iter().map(|asked| self.control(&own, asked));
            let number = [("number", index + 1)];
            let exists = index < items.len();
            Row {
                title: match exists {
                    true => self.visit.say_with(rows.one, &number),
                    false => self.visit.say_with(
                        "editor-row-new",
                        &[("row", self.visit.say_with(rows.one, &number))],
                    ),
                },
                path: exists.then(|| own.to_string()),
                page: (exists && !rows.page.is_empty()).then(|| Note {
                    said: self.inside(&own),
                    words: self.visit.say(rows.page).to_owned(),
                    href: format!("{}/{}", self.parts, self.document.named(&own)),
                }),
                first: index == 0,
                last: index + 1 == items.len(),
                controls: controls.collect(),
            }
        });
        shown.collect()
    }

    /// How many answers an item leads to, in words.
    fn inside(&self, item: &Path) -> String {
        let count = self.document.items(&item.child("options")).len();
        self.visit
            .say_with("editor-option-leads", &[("count", count)])
    }

    fn doors(&self, path: &Path) -> Vec<Row> {
        let rows = DOORS.iter().map(|(kind, words)| {
            let index = door(self.document, path, kind);
            let text = index.map(|index| self.document.words(&path.child(index).child("text")));
            let text = text.unwrap_or_default();
            let control = Control {
                name: id(&path.child(kind).to_string()),
                label: self.visit.say("editor-ask-door").to_owned(),
                hint: String::new(),
                error: Wording::default(),
                found: index.map_or_else(Vec::new, |index| self.found_at(&path.child(index))),
                note: None,
                typed: self.text(&text, 1),
            };
            Row {
                title: self.visit.say(words).to_owned(),
                path: None,
                page: None,
                first: false,
                last: false,
                controls: vec![control],
            }
        });
        rows.collect()
    }
}

/// The number of the first door of a kind.
pub(super) fn door(document: &Document, path: &Path, kind: &str) -> Option<usize> {
    let items = document.items(path);
    let found = items
        .iter()
        .find(|item| document.word(&path.child(item.index).child("kind")) == kind);
    found.map(|item| item.index)
}
