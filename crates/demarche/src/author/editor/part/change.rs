//! What the page of a part does to the text.

use parvis_procedure::edit::{Content, Document, Operation, Path};
use parvis_web::{Entries, EntriesExt};

use super::super::asked::{FIELD, FIELD_DATA, FIELD_WHEN};
use super::super::kinds;
use super::super::reading::Typing;
use super::about::About;

/// What to do to the text, and where the part stands afterwards.
pub(super) fn operations(
    document: &Document,
    about: About,
    path: &Path,
    entries: &Entries,
) -> (Vec<Operation>, Path) {
    let typing = Typing { document, entries };
    let mut found = Vec::new();
    for section in about.sections() {
        found.extend(typing.operations(path, section.asked));
    }
    if matches!(about, About::Field) {
        found.extend(of_field(&typing, path));
    }
    found.extend(button(entries));
    let mut lands = path.clone();
    let place = path.parent();
    let name = entries.first("nom");
    if let Some(key) = about.key()
        && !name.is_empty()
        && name != document.word(&path.child(key))
    {
        found.push(Operation::Rename {
            path: path.clone(),
            name: name.to_owned(),
        });
        lands = place.child(name);
    }
    let step: Result<Path, _> = entries.first("etape").parse();
    if let Ok(step) = step
        && place.last() == Some("elements")
        && !path.is_within(&step)
        && document.has(&step)
    {
        let list = step.child("elements");
        found.push(Operation::Move {
            path: lands.clone(),
            at: document.items(&list).len(),
            list: list.clone(),
        });
        lands = list.child(lands.last().unwrap_or_default());
    }
    (found, lands)
}

/// What is typed of a field. When its kind changes, what only the former kind understands goes.
fn of_field(typing: &Typing<'_>, path: &Path) -> Vec<Operation> {
    let document = typing.document;
    let mut found = typing.operations(path, FIELD);
    let own = document.word(&path.child("kind"));
    let asked = typing.entries.first("kind");
    let former = kinds::of(own).map_or(&[][..], |line| line.asked);
    match kinds::of(asked).filter(|line| line.term != own) {
        None => found.extend(typing.operations(path, former)),
        Some(line) => {
            let kept = |key: &str| line.asked.iter().any(|asked| asked.key == key);
            let gone = former.iter().filter(|asked| !kept(asked.key));
            let gone = gone
                .map(|asked| path.child(asked.key))
                .filter(|path| document.has(path));
            found.extend(gone.map(|path| Operation::Remove { path }));
            found.push(Operation::Set {
                path: path.child("kind"),
                content: Content::text(line.term),
            });
        }
    }
    found.extend(typing.operations(path, FIELD_WHEN));
    found.extend(typing.operations(path, FIELD_DATA));
    found
}

/// What a button beside an item asks.
pub(in super::super) fn button(entries: &Entries) -> Option<Operation> {
    let (act, path) = entries.first("faire").split_once(':')?;
    if act == "placer" {
        return dropped(path);
    }
    let path: Path = path.parse().ok()?;
    match act {
        "monter" => Some(Operation::Raise { path }),
        "descendre" => Some(Operation::Lower { path }),
        "dupliquer" => Some(Operation::Duplicate { path }),
        "retirer" => Some(Operation::Remove { path }),
        _ => None,
    }
}

/// Where something was dragged to: its place, the list, its number there.
fn dropped(text: &str) -> Option<Operation> {
    let mut parts = text.splitn(3, ':');
    let path: Path = parts.next()?.parse().ok()?;
    let list: Path = parts.next()?.parse().ok()?;
    let at = parts.next()?.parse().ok()?;
    // What is dragged stays what it is: a step among steps, a question of a block among those of the block.
    let (from, to) = (path.parent(), &list);
    let same = from == *to;
    let between_steps = from.last() == Some("elements") && to.last() == Some("elements");
    (same || between_steps).then_some(Operation::Move { path, list, at })
}
