//! What the page of a part shows: its questions, with what the text says already.

use parvis_procedure::edit::Path;
use parvis_web::{Choice, Errors};

use super::super::asked::{Asked, FIELD, FIELD_DATA, FIELD_WHEN};
use super::super::controls::{Control, Note, Shown, Typed};
use super::super::{kinds, outline};
use super::about::About;

/// Questions under a heading.
pub(super) struct SectionShown {
    pub heading: String,
    pub controls: Vec<Control>,
}

/// What names a part and says where it stands, and what is rarely said of it.
pub(super) struct Named {
    pub name: String,
    pub steps: Vec<Choice>,
    pub controls: Vec<Control>,
    pub open: bool,
}

/// Links what is wrong with a control to it.
pub(super) fn told(control: &Control, errors: &mut Errors) {
    if !control.error.is_empty() {
        let focus = match control.typed {
            Typed::Text { .. } => format!("{}.fr", control.name),
            _ => control.name.clone(),
        };
        errors.add(focus, control.error.clone());
    }
    if let Typed::Rows(rows) = &control.typed {
        for control in rows.iter().flat_map(|row| &row.controls) {
            told(control, errors);
        }
    }
}

pub(super) fn title(shown: &Shown<'_>, about: About, path: &Path) -> String {
    match about {
        About::File(key, _) => shown.visit.say(key).to_owned(),
        _ => outline::short(
            &shown.document.words(&path.child(about.label())),
            shown.visit,
        ),
    }
}

pub(super) fn sections(shown: &Shown<'_>, about: About, path: &Path) -> Vec<SectionShown> {
    let say = |key: &str| match key {
        "" => String::new(),
        key => shown.visit.say(key).to_owned(),
    };
    let controls = |asked: &[Asked]| {
        let controls = asked.iter().map(|asked| shown.control(path, asked));
        controls.collect::<Vec<_>>()
    };
    if !matches!(about, About::Field) {
        let sections = about.sections().iter().map(|section| SectionShown {
            heading: say(section.words),
            controls: controls(section.asked),
        });
        return sections.collect();
    }
    let kind = shown.document.word(&path.child("kind")).to_owned();
    let line = kinds::of(&kind);
    let mut first = controls(FIELD);
    first.push(kind_control(shown, path, &kind));
    let mut sections = vec![SectionShown {
        heading: String::new(),
        controls: first,
    }];
    if let Some(line) = line.filter(|line| !line.asked.is_empty()) {
        sections.push(SectionShown {
            heading: say(line.words),
            controls: controls(line.asked),
        });
    }
    sections.push(SectionShown {
        heading: say("editor-section-when"),
        controls: controls(FIELD_WHEN),
    });
    sections
}

/// Puts beside a control what is said of it.
pub(super) fn note(sections: &mut [SectionShown], name: &str, note: Note) {
    let mut all = sections
        .iter_mut()
        .flat_map(|section| &mut section.controls);
    if let Some(control) = all.find(|control| control.name == name) {
        control.note = Some(note);
    }
}

fn kind_control(shown: &Shown<'_>, path: &Path, kind: &str) -> Control {
    let choices = kinds::KINDS
        .iter()
        .map(|line| Choice::new(line.term, shown.visit.say(line.words)).checked(line.term == kind));
    let own = path.child("kind");
    let noted = shown.noted.iter().find(|noted| noted.path == own);
    Control {
        name: "kind".to_owned(),
        label: shown.visit.say("editor-ask-kind").to_owned(),
        hint: shown.visit.say("editor-ask-kind-hint").to_owned(),
        error: noted
            .map(|noted| noted.said.clone().into())
            .unwrap_or_default(),
        found: shown.found_at(&own),
        note: None,
        typed: Typed::Choose {
            choices: choices.collect(),
            empty: kind.is_empty(),
        },
    }
}

pub(super) fn named(shown: &Shown<'_>, about: About, path: &Path) -> Option<Named> {
    let name = shown.document.word(&path.child(about.key()?)).to_owned();
    let controls: Vec<Control> = match about {
        About::Field => FIELD_DATA
            .iter()
            .map(|asked| shown.control(path, asked))
            .collect(),
        _ => Vec::new(),
    };
    let is_element = path.parent().last() == Some("elements");
    let steps = Path::root().child("steps");
    let steps = shown.document.items(&steps).into_iter().map(|step| {
        let title = outline::short(
            &shown.document.words(&step.path.child("title")),
            shown.visit,
        );
        Choice::new(step.path.to_string(), title).checked(path.is_within(&step.path))
    });
    Some(Named {
        name,
        steps: if is_element {
            steps.collect()
        } else {
            Vec::new()
        },
        open: controls
            .iter()
            .any(|control| !control.error.is_empty() || !control.found.is_empty()),
        controls,
    })
}
