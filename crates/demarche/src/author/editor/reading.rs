//! From what an author typed to what is done to the text: only what differs is written.

use std::collections::BTreeSet;

use parvis_procedure::edit::{Content, Document, Operation, Path, Words, name_after};
use parvis_web::{Entries, EntriesExt};

use super::asked::{Asked, DOORS, Rows, What};
use super::controls::{door, languages, place};
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
            What::List => {
                let lines = self.typed(path).lines().map(str::trim);
                let typed: Vec<String> = lines
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect();
                self.list(path, &typed, &[])
            }
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
