//! What an author asks of the editor, and what the file must say then: told on values, without the code that is tried.

use parvis_procedure::edit::{Content, Document, Operation, Path, name_after};
use serde_json::{Map, Value, json};

use super::seen;
use super::tape::Tape;
use super::value::text;

/// The keys and the numbers that lead to a value.
pub type Pointer = Vec<String>;

/// What an operation does to the lines of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Changed,
    Added,
    Removed,
    Ordered,
    Copied,
    Moved,
    Renamed,
}

/// What gives the same bytes back.
#[derive(Debug)]
pub struct Undone {
    pub operation: Operation,
}

/// One operation, what the file must say once it is done, and what it may touch.
#[derive(Debug)]
pub struct Asked {
    pub operation: Operation,
    pub at: Pointer,
    pub what: What,
    pub expected: Value,
    /// The lines of what is touched, from 0, the last one excluded.
    pub lines: (usize, usize),
    pub undone: Option<Undone>,
    /// A file that is right stays right.
    pub keeps_right: bool,
    pub names: Option<(String, String)>,
}

struct File<'a> {
    document: Document,
    value: &'a Value,
    places: Vec<Pointer>,
}

/// Draws an operation that can be done to a text.
pub fn draw(tape: &mut Tape<'_>, text: &str, value: &Value) -> Option<Asked> {
    let mut places = Vec::new();
    seen::places(value, &Vec::new(), &mut places);
    let document = Document::read(text).unwrap_or_else(|why| panic!("{why}\n{text}"));
    let file = File {
        document,
        value,
        places,
    };
    match tape.pick(8) {
        0 => file.other_words(tape),
        1 => file.new_key(tape),
        2 => file.removed(tape),
        3 => file.added(tape),
        4 => file.ordered(tape),
        5 => file.copied(tape),
        6 => file.moved(tape),
        _ => file.renamed(tape),
    }
}

fn path(at: &[String]) -> Path {
    at.iter().fold(Path::root(), |path, part| path.child(part))
}

fn child(at: &[String], part: impl ToString) -> Pointer {
    let mut inner = at.to_vec();
    inner.push(part.to_string());
    inner
}

fn get<'a>(value: &'a Value, at: &[String]) -> Option<&'a Value> {
    at.iter().try_fold(value, |value, part| match value {
        Value::Array(items) => items.get(part.parse::<usize>().ok()?),
        Value::Object(members) => members.get(part),
        _ => None,
    })
}

fn get_mut<'a>(value: &'a mut Value, at: &[String]) -> &'a mut Value {
    at.iter().fold(value, |value, part| match value {
        Value::Array(items) => &mut items[part.parse::<usize>().unwrap()],
        other => &mut other[part.as_str()],
    })
}

fn array<'a>(value: &'a mut Value, at: &[String]) -> &'a mut Vec<Value> {
    get_mut(value, at).as_array_mut().unwrap()
}

fn last(at: &[String]) -> &str {
    at.last().map_or("", String::as_str)
}

fn index(at: &[String]) -> usize {
    last(at).parse().unwrap()
}

/// The keys under which people are told something.
const TOLD: &[&str] = &[
    "title",
    "label",
    "hint",
    "text",
    "name",
    "who_for",
    "what_you_get",
    "words",
    "message",
    "who",
    "intro",
    "explanation",
    "heading",
    "row_title",
    "add_label",
    "purpose",
];

impl File<'_> {
    fn among(
        &self,
        tape: &mut Tape<'_>,
        fits: impl Fn(&Pointer, &Value) -> bool,
    ) -> Option<Pointer> {
        let found = self.places.iter();
        let found: Vec<&Pointer> = found
            .filter(|at| get(self.value, at).is_some_and(|value| fits(at, value)))
            .collect();
        (!found.is_empty()).then(|| found[tape.pick(found.len())].clone())
    }

    /// The place as the pages give it: by names, or by numbers.
    fn path(&self, tape: &mut Tape<'_>, at: &[String]) -> Path {
        match tape.one_in(2) {
            true => self.document.named(&path(at)),
            false => path(at),
        }
    }

    /// The line where a value begins, from 0.
    fn line(&self, at: &[String]) -> usize {
        self.document.line_of(&path(at)) - 1
    }

    /// The lines between what is told before a value and what is told after it.
    fn lines(&self, at: &[String]) -> (usize, usize) {
        let leaf = |at: &&Pointer| {
            let value = get(self.value, at);
            !value.is_some_and(|value| {
                value.as_object().is_some_and(|map| !map.is_empty())
                    || value.as_array().is_some_and(|list| !list.is_empty())
            })
        };
        let (mut first, mut end) = (usize::MAX, 0);
        for place in self
            .places
            .iter()
            .filter(leaf)
            .filter(|own| own.starts_with(at))
        {
            first = first.min(self.line(place));
            end = end.max(self.line(place));
        }
        let others = self
            .places
            .iter()
            .filter(leaf)
            .filter(|own| !own.starts_with(at));
        let others: Vec<usize> = others.map(|own| self.line(own)).collect();
        let above = others.iter().filter(|line| **line < first).max();
        let below = others.iter().filter(|line| **line > end).min();
        let own = others.contains(&first);
        let above = above.map_or(0, |line| line + 1);
        let start = if own { first } else { above };
        (start, below.copied().unwrap_or(usize::MAX))
    }

    fn asked(&self, operation: Operation, at: &[String], what: What, expected: Value) -> Asked {
        Asked {
            operation,
            at: at.to_vec(),
            what,
            expected: seen::tidy(expected),
            lines: self.lines(at),
            undone: None,
            keeps_right: false,
            names: None,
        }
    }

    fn other_words(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |at, value| {
            let told = TOLD.contains(&last(at));
            let version = ["fr", "en", "ar"].contains(&last(at));
            (told || version) && (value.is_string() || (told && value.is_object()))
        })?;
        let words = text(tape);
        let mut expected = self.value.clone();
        let is_map = get(self.value, &at).is_some_and(Value::is_object);
        let own_words = TOLD.contains(&last(&at)) && tape.one_in(3);
        let (content, said) = match is_map || own_words {
            true => {
                let versions = vec![
                    ("fr".to_owned(), words.clone()),
                    ("en".to_owned(), text(tape)),
                ];
                let said: Map<String, Value> = versions
                    .iter()
                    .map(|(key, text)| (key.clone(), json!(text)))
                    .collect();
                (Content::words(versions), Value::Object(said))
            }
            false => (Content::text(words.clone()), json!(words)),
        };
        *get_mut(&mut expected, &at) = said;
        let path = self.path(tape, &at);
        let mut asked = self.asked(
            Operation::Set { path, content },
            &at,
            What::Changed,
            expected,
        );
        asked.keeps_right = true;
        Some(asked)
    }

    fn new_key(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |_, value| value.get("field").is_some())?;
        let (key, content, said) = match tape.pick(4) {
            0 => (
                "hint",
                Content::text("Un mot : de plus"),
                json!("Un mot : de plus"),
            ),
            1 => (
                "purpose",
                Content::text("Une ligne.\nUne autre."),
                json!("Une ligne.\nUne autre."),
            ),
            2 => {
                let versions = ["fr", "en"].map(|own| (own.to_owned(), "Comment".to_owned()));
                (
                    "hint",
                    Content::words(versions.to_vec()),
                    json!({ "fr": "Comment", "en": "Comment" }),
                )
            }
            _ => ("optional", Content::flag(true), json!(true)),
        };
        let place = child(&at, key);
        if get(self.value, &place).is_some() {
            return None;
        }
        let mut expected = self.value.clone();
        get_mut(&mut expected, &at)[key] = said;
        let path = self.path(tape, &at).child(key);
        let undone = Operation::Remove { path: path.clone() };
        let mut asked = self.asked(Operation::Set { path, content }, &at, What::Added, expected);
        asked.undone = Some(Undone { operation: undone });
        asked.keeps_right = true;
        Some(asked)
    }

    fn removed(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |at, _| {
            let item = last(at).parse::<usize>().is_ok();
            item || [
                "hint",
                "if",
                "optional",
                "intro",
                "en",
                "ineligible",
                "languages",
            ]
            .contains(&last(at))
        })?;
        let mut expected = self.value.clone();
        let holder = &at[..at.len() - 1];
        match get_mut(&mut expected, holder) {
            Value::Array(items) => drop(items.remove(index(&at))),
            other => drop(other.as_object_mut().unwrap().remove(last(&at))),
        }
        let path = self.path(tape, &at);
        Some(self.asked(Operation::Remove { path }, &at, What::Removed, expected))
    }

    fn added(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let list = self.among(tape, |at, value| {
            value.is_array()
                && [
                    "steps",
                    "elements",
                    "fields",
                    "options",
                    "papers",
                    "doors",
                    "declarations",
                ]
                .contains(&last(at))
        })?;
        let names = self.document.field_names();
        let entry = |key: &str, content: Content| (key.to_owned(), content);
        let words = text(tape);
        let named = |content: Vec<(&str, &str)>| {
            let said: Map<String, Value> = content
                .iter()
                .map(|(key, text)| ((*key).to_owned(), json!(text)))
                .collect();
            let content = content
                .iter()
                .map(|(key, text)| entry(key, Content::text(*text)));
            (Content::Map(content.collect()), Value::Object(said))
        };
        let field = name_after("ajout", &names);
        let step = name_after("etape", &self.document.step_names());
        let (content, said) = match last(&list) {
            "declarations" => (Content::text(&words), json!(words)),
            "papers" => named(vec![("name", &words)]),
            "doors" => named(vec![("kind", "post"), ("text", &words)]),
            "options" => named(vec![("value", "v_9"), ("label", &words)]),
            "steps" => {
                let (Content::Map(mut content), mut said) =
                    named(vec![("step", &step), ("title", &words)])
                else {
                    return None;
                };
                content.push(entry("elements", Content::List(Vec::new())));
                said["elements"] = json!([]);
                (Content::Map(content), said)
            }
            _ => named(vec![
                ("field", &field),
                ("kind", "short_text"),
                ("label", &words),
            ]),
        };
        let mut expected = self.value.clone();
        let items = array(&mut expected, &list);
        let at = tape.pick(items.len() + 1);
        items.insert(at, said);
        let path = self.path(tape, &list);
        let undone = Operation::Remove {
            path: path.child(at),
        };
        let mut asked = self.asked(
            Operation::Insert {
                list: path,
                at,
                content,
            },
            &list,
            What::Added,
            expected,
        );
        asked.undone = Some(Undone { operation: undone });
        asked.keeps_right = ["elements", "fields", "papers", "declarations"].contains(&last(&list));
        Some(asked)
    }

    fn ordered(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |at, _| {
            last(at).parse::<usize>().is_ok_and(|number| number > 0)
        })?;
        let (holder, own) = (&at[..at.len() - 1], index(&at));
        let mut expected = self.value.clone();
        array(&mut expected, holder).swap(own - 1, own);
        let above = child(holder, own - 1);
        let (operation, undone) = match tape.one_in(2) {
            true => (
                Operation::Raise {
                    path: self.path(tape, &at),
                },
                Operation::Lower { path: path(&above) },
            ),
            false => (
                Operation::Lower {
                    path: self.path(tape, &above),
                },
                Operation::Raise { path: path(&at) },
            ),
        };
        let mut asked = self.asked(operation, &at, What::Ordered, expected);
        let (one, two) = (self.lines(&above), asked.lines);
        asked.lines = (one.0.min(two.0), one.1.max(two.1));
        asked.undone = Some(Undone { operation: undone });
        Some(asked)
    }

    fn copied(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |at, value| {
            let named = value
                .get("field")
                .or(value.get("value"))
                .or(value.get("step"))
                .or(value.get("block"));
            last(at).parse::<usize>().is_ok()
                && (named.is_some() || value.get("explanation").is_some())
        })?;
        let (holder, own) = (&at[..at.len() - 1], index(&at));
        let path = self.path(tape, &at);
        let operation = Operation::Duplicate { path };
        // The new names are told by the copy itself: it must say the same once they are taken for the former ones.
        let after = self
            .document
            .edited(&operation)
            .ok()
            .map(|after| seen::read(&after));
        let mut expected = self.value.clone();
        let copy = after.and_then(|after| get(&after, &child(holder, own + 1)).cloned());
        let copy = copy.unwrap_or_default();
        let former = get(self.value, &at)?;
        let is_copy = copy.is_null() || same_but_names(former, &copy);
        if is_copy {
            array(&mut expected, holder).insert(own + 1, copy);
        }
        let undone = Operation::Remove {
            path: self::path(&child(holder, own + 1)),
        };
        let mut asked = self.asked(operation, &at, What::Copied, expected);
        asked.undone = Some(Undone { operation: undone });
        asked.keeps_right = former.get("value").is_none();
        Some(asked)
    }

    fn moved(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |at, _| {
            let holder = at.len().checked_sub(2).map(|holder| at[holder].as_str());
            last(at).parse::<usize>().is_ok()
                && ["elements", "steps", "options", "fields"].contains(&holder.unwrap_or_default())
        })?;
        let (holder, own) = (&at[..at.len() - 1], index(&at));
        let kind = last(holder);
        let list = self.among(tape, |place, value| {
            let same = kind == "elements" || place.as_slice() == holder;
            value.is_array() && last(place) == kind && same && !place.starts_with(&at)
        })?;
        let mut expected = self.value.clone();
        let moved = array(&mut expected, holder).remove(own);
        // What leaves shifts those that follow it.
        let items = array(&mut expected, &list);
        let to = tape.pick(items.len() + 1);
        items.insert(to, moved);
        let operation = Operation::Move {
            path: self.path(tape, &at),
            list: self.path(tape, &list),
            at: to,
        };
        Some(self.asked(operation, &at, What::Moved, expected))
    }

    fn renamed(&self, tape: &mut Tape<'_>) -> Option<Asked> {
        let at = self.among(tape, |_, value| {
            value.get("field").or(value.get("block")).is_some()
        })?;
        let item = get(self.value, &at)?;
        let old = item
            .get("field")
            .or(item.get("block"))?
            .as_str()?
            .to_owned();
        let new = name_after("renommee", &self.document.field_names());
        let mut expected = self.value.clone();
        rename(&mut expected, "", &old, &new);
        let key = if item.get("field").is_some() {
            "field"
        } else {
            "block"
        };
        get_mut(&mut expected, &at)[key] = json!(new);
        let operation = Operation::Rename {
            path: self.path(tape, &at),
            name: new.clone(),
        };
        let undone = Operation::Rename {
            path: path(&at),
            name: old.clone(),
        };
        let mut asked = self.asked(operation, &at, What::Renamed, expected);
        asked.undone = Some(Undone { operation: undone });
        asked.names = Some((old, new));
        asked.keeps_right = true;
        Some(asked)
    }
}

/// Whether two values have the same shape and the same words, names and conditions apart.
fn same_but_names(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Object(one), Value::Object(two)) => {
            one.len() == two.len()
                && one
                    .iter()
                    .all(|(key, own)| match (key.as_str(), two.get(key)) {
                        ("field" | "step" | "block", Some(other)) => own != other,
                        ("if" | "rule", Some(_)) => true,
                        (_, Some(other)) => same_but_names(own, other),
                        (_, None) => false,
                    })
        }
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len()
                && one
                    .iter()
                    .zip(two)
                    .all(|(one, two)| same_but_names(one, two))
        }
        (one, two) => one == two,
    }
}

/// Conditions of a generated file: a name that stands between quotes is another thing.
fn rename(value: &mut Value, key: &str, old: &str, new: &str) {
    match value {
        Value::Object(members) => members
            .iter_mut()
            .for_each(|(key, inner)| rename(inner, key, old, new)),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|inner| rename(inner, key, old, new)),
        Value::String(text) if key == "if" => {
            let parts =
                text.split_inclusive(|one: char| !one.is_ascii_alphanumeric() && one != '_');
            let parts = parts.map(|part| {
                let word =
                    part.trim_end_matches(|one: char| !one.is_ascii_alphanumeric() && one != '_');
                let quoted = part.ends_with(['\'', '"']);
                match word == old && !quoted {
                    true => part.replacen(old, new, 1),
                    false => part.to_owned(),
                }
            });
            *text = parts.collect();
        }
        _ => {}
    }
}
