//! The controls of which fields are made: one template each, on top of the components of the house.

use askama::Template;
use parvis_demarche::{Passage, Said};
use parvis_web::{Choice, PageError, Visit, Wording};

/// One line of text: what is not said is not shown.
#[derive(Template)]
#[template(path = "answer/fields/line.html")]
pub(super) struct Line<'a> {
    visit: &'a Visit,
    name: String,
    label: Wording,
    value: String,
    hint: Wording,
    error: Wording,
    kind: &'static str,
    inputmode: &'static str,
    autocomplete: String,
    width: &'static str,
    optional: bool,
    suffix: Wording,
}

impl<'a> Line<'a> {
    /// A mandatory line of any text.
    pub(super) fn new(
        visit: &'a Visit,
        name: impl Into<String>,
        label: impl Into<Wording>,
    ) -> Self {
        Self {
            visit,
            name: name.into(),
            label: label.into(),
            value: String::new(),
            hint: Wording::default(),
            error: Wording::default(),
            kind: "text",
            inputmode: "",
            autocomplete: String::new(),
            width: "",
            optional: false,
            suffix: Wording::default(),
        }
    }

    /// What it holds.
    pub(super) fn value(mut self, value: String) -> Self {
        self.value = value;
        self
    }

    /// Help.
    pub(super) fn hint(mut self, hint: impl Into<Wording>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What must be corrected.
    pub(super) fn error(mut self, error: Wording) -> Self {
        self.error = error;
        self
    }

    /// The `type` of the input.
    pub(super) const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// The keyboard of a telephone.
    pub(super) const fn inputmode(mut self, inputmode: &'static str) -> Self {
        self.inputmode = inputmode;
        self
    }

    /// What the browser may propose.
    pub(super) fn autocomplete(mut self, autocomplete: impl Into<String>) -> Self {
        self.autocomplete = autocomplete.into();
        self
    }

    /// How many letters wide it looks.
    pub(super) const fn width(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }

    /// Whether it may stay empty.
    pub(super) const fn optional(mut self, optional: bool) -> Self {
        self.optional = optional;
        self
    }

    /// What is counted, written after it.
    pub(super) fn suffix(mut self, suffix: Wording) -> Self {
        self.suffix = suffix;
        self
    }
}

/// The offer to ask somebody else for the answer.
#[derive(Template)]
#[template(path = "answer/fields/offer.html")]
pub(super) struct Offer<'a> {
    /// Why it failed before; empty when it did not.
    pub(super) failed: String,
    pub(super) about: String,
    pub(super) label: &'a str,
    pub(super) value: String,
}

/// A value that nobody types.
#[derive(Template)]
#[template(path = "answer/fields/computed.html")]
pub(super) struct Computed<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) lines: Vec<Wording>,
}

/// Several lines of text.
#[derive(Template)]
#[template(path = "answer/fields/area.html")]
pub(super) struct Area<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) value: String,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) most: usize,
    pub(super) optional: bool,
}

/// One or several answers to choose.
#[derive(Template)]
#[template(path = "answer/fields/choice.html")]
pub(super) struct Choosing<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) legend: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) choices: Vec<Choice>,
    pub(super) several: bool,
    pub(super) inline: bool,
    pub(super) optional: bool,
}

/// One or several answers to choose, the last of which is said in words.
#[derive(Template)]
#[template(path = "answer/fields/choice_other.html")]
pub(super) struct ChoosingOrOther<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) legend: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) choices: Vec<Choice>,
    pub(super) several: bool,
    pub(super) optional: bool,
    pub(super) other_name: String,
    pub(super) other: String,
    pub(super) other_error: Wording,
}

/// One answer in a long list.
#[derive(Template)]
#[template(path = "answer/fields/select.html")]
pub(super) struct Selecting<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) choices: Vec<Choice>,
    pub(super) optional: bool,
    pub(super) empty: String,
}

/// A date in three inputs.
#[derive(Template)]
#[template(path = "answer/fields/date.html")]
pub(super) struct Date<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) legend: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) optional: bool,
    pub(super) parts: Vec<DatePart>,
}

/// One of the three.
pub(super) struct DatePart {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) width: &'static str,
    pub(super) inputmode: &'static str,
    pub(super) autocomplete: String,
}

/// One box to tick.
#[derive(Template)]
#[template(path = "answer/fields/box.html")]
pub(super) struct Ticking<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) checked: bool,
}

/// Several controls that answer one question.
#[derive(Template)]
#[template(path = "answer/fields/group.html")]
pub(super) struct Group<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) legend: Wording,
    pub(super) hint: Wording,
    pub(super) optional: bool,
    pub(super) html: String,
}

/// What is asked only of those who need it, under a line that opens.
#[derive(Template)]
#[template(path = "answer/fields/opening.html")]
pub(super) struct Opening<'a> {
    pub(super) words: &'a str,
    pub(super) open: bool,
    pub(super) html: String,
}

/// Files, received and to come.
#[derive(Template)]
#[template(path = "answer/fields/piece.html")]
pub(super) struct Files<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) optional: bool,
    pub(super) files: Vec<File>,
    pub(super) accept: String,
    pub(super) several: bool,
    pub(super) room: bool,
    pub(super) other_way: bool,
    pub(super) other_way_name: String,
    pub(super) other_way_checked: bool,
}

/// A received file.
pub(super) struct File {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) size: String,
    pub(super) href: String,
    pub(super) picture: bool,
    /// Why it is not given back, when it is not.
    pub(super) blocked: Option<String>,
}

/// A repeated block.
pub(super) struct Block<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) title: Wording,
    /// What the button that adds a row says.
    pub(super) add_label: Wording,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) asked: String,
    pub(super) rows: Vec<RowOf>,
    pub(super) can_add: bool,
    pub(super) can_remove: bool,
    pub(super) optional: bool,
    /// Whether the page has the same title.
    pub(super) titled: bool,
}

/// One row of it.
pub(super) struct RowOf {
    pub(super) id: String,
    /// What it is called above its questions: the name of the rows and its number.
    pub(super) title: Wording,
    /// What it is called by the button that takes it away.
    pub(super) name: Wording,
    pub(super) html: String,
}

#[derive(Template)]
#[template(path = "answer/fields/block.html")]
struct BlockPage<'a> {
    visit: &'a Visit,
    name: &'a str,
    title: &'a Wording,
    hint: &'a Wording,
    error: &'a Wording,
    asked: &'a str,
    rows: &'a [RowOf],
    can_add: bool,
    can_remove: bool,
    optional: bool,
    titled: bool,
    add_label: &'a Wording,
}

/// Writes a repeated block.
pub(super) fn block(block: &Block<'_>) -> Result<String, PageError> {
    let page = BlockPage {
        visit: block.visit,
        name: &block.name,
        title: &block.title,
        hint: &block.hint,
        error: &block.error,
        asked: &block.asked,
        rows: &block.rows,
        can_add: block.can_add,
        can_remove: block.can_remove,
        optional: block.optional,
        titled: block.titled,
        add_label: &block.add_label,
    };
    Ok(page.render()?)
}

#[derive(Template)]
#[template(path = "answer/fields/hidden.html")]
struct Hidden<'a> {
    name: &'a str,
    value: &'a str,
}

/// Writes a hidden input.
pub(super) fn hidden(name: &str, value: &str) -> Result<String, PageError> {
    Ok(Hidden { name, value }.render()?)
}

#[derive(Template)]
#[template(path = "answer/fields/explanation.html")]
struct Text<'a> {
    said: &'a Said,
    passages: Vec<Passage>,
}

#[derive(Template)]
#[template(path = "answer/fields/heading.html")]
struct Heading {
    text: Wording,
    level: u8,
}

/// Writes the heading of what follows.
pub(super) fn heading(text: Said, level: u8) -> Result<String, PageError> {
    let text = Wording::from(text);
    Ok(Heading { text, level }.render()?)
}

/// Writes a text that asks nothing: an empty line ends a paragraph, `- ` begins an item.
pub(super) fn explanation(said: &Said) -> Result<String, PageError> {
    let passages = said.passages();
    Ok(Text { said, passages }.render()?)
}
