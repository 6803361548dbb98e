//! What a page of the editor is about.

use parvis_procedure::edit::{Document, Path};

use super::super::asked::{BLOCK, EXPLANATION, FILES, HEADING, OPTION, STEP, Section};

/// What a page is about.
#[derive(Clone, Copy)]
pub(super) enum About {
    /// Sections of the file itself, under a title.
    File(&'static str, &'static [Section]),
    Step,
    Field,
    Block,
    Explanation,
    Heading,
    /// An answer that leads to a second choice.
    Option,
}

/// What an address names, and its place in the text.
pub(super) fn about(document: &Document, rest: &str) -> Option<(About, Path)> {
    if let Some(file) = FILES.iter().find(|file| file.part == rest) {
        return Some((About::File(file.words, file.sections), Path::root()));
    }
    let path: Path = rest.parse().ok()?;
    let list = path.parent();
    let list_name = list.last().unwrap_or_default();
    if path.parts().first().map(String::as_str) != Some("steps") {
        return None;
    }
    let keys = document.keys(&path);
    let has = |key: &str| keys.iter().any(|own| own == key);
    if list_name == "options" {
        let linked = document.word(&list.parent().child("kind")) == "linked";
        return (linked && has("value")).then_some((About::Option, path));
    }
    if !["steps", "elements", "fields"].contains(&list_name) {
        return None;
    }
    let about = match () {
        () if has("step") => About::Step,
        () if has("field") => About::Field,
        () if has("block") => About::Block,
        () if has("heading") => About::Heading,
        () if has("explanation") => About::Explanation,
        () => return None,
    };
    Some((about, path))
}

impl About {
    /// The key that names it, when something does.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Step => Some("step"),
            Self::Field => Some("field"),
            Self::Block => Some("block"),
            Self::File(..) | Self::Explanation | Self::Heading | Self::Option => None,
        }
    }

    pub const fn sections(self) -> &'static [Section] {
        match self {
            Self::File(_, sections) => sections,
            Self::Step => STEP,
            Self::Block => BLOCK,
            Self::Explanation => EXPLANATION,
            Self::Heading => HEADING,
            Self::Option => OPTION,
            Self::Field => &[],
        }
    }

    /// The words that say what it is.
    pub const fn caption(self) -> &'static str {
        match self {
            Self::File(..) => "editor-procedure",
            Self::Step => "editor-step",
            Self::Field => "editor-field",
            Self::Block => "editor-block",
            Self::Explanation => "editor-explanation",
            Self::Heading => "editor-heading",
            Self::Option => "editor-option",
        }
    }

    /// The key of its first words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Field | Self::Option => "label",
            Self::Step | Self::Block | Self::File(..) => "title",
            Self::Explanation => "explanation",
            Self::Heading => "heading",
        }
    }

    /// Whether answers may hide it.
    pub const fn takes_condition(self) -> bool {
        !matches!(self, Self::File(..) | Self::Option)
    }
}
