//! From what an author typed to what is done to the text: only what differs is written.

use std::collections::BTreeSet;

use parvis_procedure::edit::{Content, Document, Operation, Path, Words, name_after};
use parvis_web::{Entries, EntriesExt};

use super::asked::{Asked, DOORS, Rows, What};
use super::controls::{door, languages, lists, place};
use super::work::id;

/// What is typed, compared with what is written.
pub(super) struct Typing<'a> {
    pub document: &'a Document,
    pub entries: &'a Entries,
}

impl Typing<'_> {
    /// What to do so that the text says what was typed.
    pub fn operations(&self, base: &Path, asked: &[Asked]) -> Vec<Operation> {
        let found = asked
            .iter()
            .flat_map(|asked| self.of(&place(base, asked.key), asked));
        self.without_empty_maps(base, found.collect())
    }

    /// A map whose every key goes, goes whole.
    fn without_empty_maps(&self, base: &Path, operations: Vec<Operation>) -> Vec<Operation> {
        let removed = |path: &Path| {
            let is = |operation: &Operation| *operation == Self::remove(path);
            operations.iter().any(is)
        };
        let sets = |holder: &Path| {
            let inside = |operation: &Operation| match operation {
                Operation::Set { path, .. } => path.is_within(holder),
                _ => false,
            };
            operations.iter().any(inside)
        };
        let emptied = |holder: &Path| {
            let keys = self.document.keys(holder);
            let all = keys.iter().all(|key| removed(&holder.child(key)));
            holder != base && !keys.is_empty() && all && !sets(holder)
        };
        let mut kept: Vec<Operation> = Vec::new();
        for operation in &operations {
            let own = match operation {
                Operation::Remove { path } if emptied(&path.parent()) => {
                    Self::remove(&path.parent())
                }
                other => other.clone(),
            };
            if !kept.contains(&own) {
                kept.push(own);
            }
        }
        kept
    }

    fn typed(&self, path: &Path) -> &str {
        self.entries.first(&id(&path.to_string()))
    }

    fn was_shown(&self, path: &Path) -> bool {
        let name = id(&path.to_string());
        let versions = [name.clone(), format!("{name}.fr"), format!("{name}.shown")];
        versions.iter().any(|name| self.entries.contains_key(name))
    }

    fn of(&self, path: &Path, asked: &Asked) -> Vec<Operation> {
        let is_list = matches!(asked.what, What::Rows(_) | What::Doors);
        if !is_list && !self.was_shown(path) {
            return Vec::new();
        }
        match asked.what {
            What::Words | What::LongWords => self.words(path),
            What::Line | What::Expression | What::Service | What::Group | What::Term(_) => {
                self.word(path, |typed| Content::text(typed))
            }
            What::Number => self.word(path, |typed| match typed.parse::<i64>() {
                Ok(number) => Content::number(number),
                Err(_) => Content::text(typed),
            }),
            What::YesNo => self.word(path, |typed| Content::flag(typed == "true")),
            What::Tick { otherwise } => self.tick(path, otherwise),
            What::List => self.list(path, &items(self.typed(path)), &[]),
            What::Lists => self.lists(path),
            What::Terms { terms, otherwise } => {
                let ticked = self.entries.all(&id(&path.to_string()));
                let kept = terms.iter().map(|(term, _)| (*term).to_owned());
                let kept: Vec<String> = kept.filter(|term| ticked.contains(term)).collect();
                self.list(path, &kept, otherwise)
            }
            What::Rows(rows) => self.rows(path, rows),
            What::Doors => self.doors(path),
        }
    }

    fn set(path: &Path, content: Content) -> Operation {
        Operation::Set {
            path: path.clone(),
            content,
        }
    }

    fn remove(path: &Path) -> Operation {
        Operation::Remove { path: path.clone() }
    }

    /// One value: removed when nothing is typed.
    fn word(&self, path: &Path, content: impl Fn(&str) -> Content) -> Vec<Operation> {
        let typed = self.typed(path);
        let own = self.document.word(path);
        match typed {
            typed if typed == own => Vec::new(),
            "" => vec![Self::remove(path)],
            typed => vec![Self::set(path, content(typed))],
        }
    }

    fn tick(&self, path: &Path, otherwise: bool) -> Vec<Operation> {
        let typed = self.typed(path) == "true";
        match self.document.flag(path) {
            own if own.unwrap_or(otherwise) == typed => Vec::new(),
            Some(_) if typed == otherwise => vec![Self::remove(path)],
            _ => vec![Self::set(path, Content::flag(typed))],
        }
    }

    fn list(&self, path: &Path, typed: &[String], otherwise: &[&str]) -> Vec<Operation> {
        let items = self.document.items(path);
        let own: Vec<&str> = items
            .iter()
            .map(|item| self.document.word(&item.path))
            .collect();
        let exists = self.document.has(path);
        let same = if exists {
            own == typed
        } else {
            otherwise == typed
        };
        match typed {
            _ if same => Vec::new(),
            [] if exists && otherwise.is_empty() => vec![Self::remove(path)],
            typed => {
                let items = typed.iter().map(Content::text);
                vec![Self::set(path, Content::List(items.collect()))]
            }
        }
    }

    /// A list in each language that the page asked for.
    fn lists(&self, path: &Path) -> Vec<Operation> {
        let name = id(&path.to_string());
        let asked = languages(self.document, &lists(self.document, path)).into_iter();
        let asked = asked.filter_map(|language| {
            let input = format!("{name}.{language}");
            let typed = self
                .entries
                .contains_key(&input)
                .then(|| self.entries.first(&input))?;
            Some(self.list(&path.child(language.as_str()), &items(typed), &[]))
        });
        asked.flatten().collect()
    }

    /// What is typed in each language; those that the page did not ask stay as they are.
    fn words_typed(&self, path: &Path, own: &Words) -> Words {
        let name = id(&path.to_string());
        let mut typed = own.clone();
        for language in languages(self.document, own) {
            let input = format!("{name}.{language}");
            if self.entries.contains_key(&input) {
                typed = typed.with(language.as_str(), self.entries.first(&input));
            }
        }
        typed
    }

    fn words(&self, path: &Path) -> Vec<Operation> {
        let own = self.document.words(path);
        let typed = self.words_typed(path, &own);
        if typed == own {
            return Vec::new();
        }
        if typed.is_empty() {
            return vec![Self::remove(path)];
        }
        // In a map, each language apart: what is not changed keeps its bytes.
        if self.document.keys(path).is_empty() {
            return vec![Self::set(path, Content::words(typed.0))];
        }
        let mut found = Vec::new();
        for language in languages(self.document, &own) {
            let language = language.as_str();
            let (was, is) = (own.in_language(language), typed.in_language(language));
            if was != is {
                let place = path.child(language);
                found.push(match is {
                    "" => Self::remove(&place),
                    is => Self::set(&place, Content::text(is)),
                });
            }
        }
        found
    }

    /// Items: changed in their place, removed when nothing is left of them, added at the end.
    fn rows(&self, path: &Path, rows: &Rows) -> Vec<Operation> {
        let items = self.document.items(path);
        let (mut changed, mut gone) = (Vec::new(), Vec::new());
        for item in &items {
            let own = path.child(item.index);
            let shown = rows
                .asked
                .iter()
                .any(|asked| self.was_shown(&place(&own, asked.key)));
            if shown && self.is_blank(&own, rows) {
                gone.push(Self::remove(&own));
            } else {
                changed.extend(self.operations(&own, rows.asked));
            }
        }
        let mut taken: BTreeSet<String> = BTreeSet::new();
        if let Some(key) = rows.named {
            taken.extend(items.iter().map(|item| {
                self.document
                    .word(&path.child(item.index).child(key))
                    .to_owned()
            }));
        }
        let mut at = items.len();
        for index in items.len()..items.len() + rows.offered {
            let own = path.child(index);
            if self.is_blank(&own, rows) {
                continue;
            }
            let content = self.new_item(&own, rows, &mut taken);
            changed.push(Operation::Insert {
                list: path.clone(),
                at,
                content,
            });
            at += 1;
        }
        changed.extend(gone.into_iter().rev());
        changed
    }

    fn is_blank(&self, own: &Path, rows: &Rows) -> bool {
        let blank = |asked: &Asked| {
            let place = place(own, asked.key);
            self.words_typed(&place, &Words::default()).is_empty() && self.typed(&place).is_empty()
        };
        rows.asked.iter().all(blank)
    }

    fn new_item(&self, own: &Path, rows: &Rows, taken: &mut BTreeSet<String>) -> Content {
        let mut entries = Vec::new();
        for asked in rows.asked {
            let own = place(own, asked.key);
            let Some((words, content)) = self.new_value(&own, asked) else {
                continue;
            };
            if entries.is_empty()
                && let Some(key) = rows.named
            {
                let name = name_after(&words, taken);
                taken.insert(name.clone());
                entries.push((key.to_owned(), Content::text(name)));
            }
            if asked.key.is_empty() {
                return content;
            }
            entries.push((asked.key.to_owned(), content));
        }
        Content::Map(entries)
    }

    /// What is typed for something new, and its first words; nothing when nothing is.
    fn new_value(&self, own: &Path, asked: &Asked) -> Option<(String, Content)> {
        let words = self.words_typed(own, &Words::default());
        if !words.is_empty() {
            return Some((words.in_language("fr").to_owned(), Content::words(words.0)));
        }
        let typed = self.typed(own);
        let content = match asked.what {
            What::Tick { otherwise } => {
                let ticked = typed == "true";
                return (ticked != otherwise).then(|| (String::new(), Content::flag(ticked)));
            }
            What::Number => match typed.parse() {
                Ok(number) => Content::number(number),
                Err(_) => Content::text(typed),
            },
            _ => Content::text(typed),
        };
        (!typed.is_empty()).then(|| (typed.to_owned(), content))
    }

    fn doors(&self, path: &Path) -> Vec<Operation> {
        let (mut found, mut gone) = (Vec::new(), Vec::new());
        let mut at = self.document.items(path).len();
        for (kind, _) in DOORS {
            let typed = path.child(kind);
            if !self.was_shown(&typed) {
                continue;
            }
            match door(self.document, path, kind) {
                Some(index) => {
                    let place = path.child(index).child("text");
                    let own = self.document.words(&place);
                    let words = self.words_typed(&typed, &own);
                    if words.is_empty() {
                        gone.push(Self::remove(&path.child(index)));
                    } else if words != own {
                        found.push(Self::set(&place, Content::words(words.0)));
                    }
                }
                None => {
                    let words = self.words_typed(&typed, &Words::default());
                    if !words.is_empty() {
                        let content = Content::Map(vec![
                            ("kind".to_owned(), Content::text(*kind)),
                            ("text".to_owned(), Content::words(words.0)),
                        ]);
                        let list = path.clone();
                        found.push(Operation::Insert { list, at, content });
                        at += 1;
                    }
                }
            }
        }
        found.extend(gone.into_iter().rev());
        found
    }
}

/// What is typed one a line.
fn items(typed: &str) -> Vec<String> {
    let lines = typed.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::editor::asked::FILES;
    use parvis_procedure::{LIBRARY, check};

    /// The text once these were typed on the page of the presentation.
    fn typed(text: &str, typed: &[(&str, &str)]) -> String {
        let document = Document::read(text).unwrap();
        let french = lists(&document, &place(&Path::root(), "keywords"));
        let french = ("keywords.fr", french.in_language("fr"));
        let sent = typed.iter().chain([&french]);
        let entries: Entries = sent
            .map(|(name, words)| ((*name).to_owned(), vec![(*words).to_owned()]))
            .collect();
        let typing = Typing {
            document: &document,
            entries: &entries,
        };
        let asked = FILES[0].sections.iter().flat_map(|own| own.asked);
        let asked: Vec<Asked> = asked.copied().collect();
        let operations = typing.operations(&Path::root(), &asked);
        document.edited_by(&operations).unwrap()
    }

    #[test]
    fn search_words_are_written_in_each_promised_language_and_the_others_keep_their_bytes() {
        let (name, source) = LIBRARY[0];
        let unpromised = typed(source, &[("keywords.ar", "شهادة ميلاد")]);
        assert_eq!(
            unpromised, source,
            "nobody promised it, the page did not ask it"
        );
        let promised = typed(source, &[("languages", "en\nar")]);
        let written = typed(
            &promised,
            &[("keywords.ar", "شهادة ميلاد\n\n  عقد الازدياد ")],
        );
        assert!(promised.lines().all(|line| written.contains(line)));
        let checked = check(name, &written).unwrap();
        let arabic = checked.file.keywords.by_language();
        let arabic = arabic.filter(|(language, _)| language.as_str() == "ar");
        let arabic: Vec<&str> = arabic.map(|(_, word)| word).collect();
        assert_eq!(arabic, ["شهادة ميلاد", "عقد الازدياد"]);
        // The promise goes: what was written stays, and goes when it is emptied.
        let kept = typed(&written, &[("languages", "")]);
        assert!(kept.contains("شهادة ميلاد"));
        assert_eq!(typed(&kept, &[("keywords.ar", "")]), source);
    }
}
