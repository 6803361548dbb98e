//! The controls of which fields are made: one template each, on top of the components of the house.

use askama::Template;
use parvis_web::{Choice, PageError, Visit, Wording};

/// One line of text.
#[derive(Template)]
#[template(path = "answer/fields/line.html")]
pub(super) struct Line<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) value: String,
    pub(super) hint: Wording,
    pub(super) error: Wording,
    pub(super) kind: &'static str,
    pub(super) inputmode: &'static str,
    pub(super) autocomplete: String,
    pub(super) width: &'static str,
    pub(super) optional: bool,
    pub(super) suffix: String,
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

/// One answer in a long list.
#[derive(Template)]
#[template(path = "answer/fields/select.html")]
pub(super) struct Selecting<'a> {
    pub(super) visit: &'a Visit,
    pub(super) name: String,
    pub(super) label: Wording,
    pub(super) error: Wording,
    pub(super) choices: Vec<Choice>,
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
    pub(super) autocomplete: String,
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

/// A town abroad, asked only of those who need it.
#[derive(Template)]
#[template(path = "answer/fields/abroad.html")]
pub(super) struct Abroad<'a> {
    pub(super) visit: &'a Visit,
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
    pub(super) row_title: Wording,
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
    row_title: &'a Wording,
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
        row_title: &block.row_title,
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
struct Text {
    foreign: bool,
    paragraphs: Vec<Paragraph>,
}

/// A paragraph and the list that follows it.
struct Paragraph {
    text: String,
    items: Vec<String>,
}

/// Writes a text that asks nothing: an empty line ends a paragraph, `- ` begins an item.
pub(super) fn explanation(text: &str, foreign: bool) -> Result<String, PageError> {
    let blocks = text.split("\n\n").map(str::trim);
    let paragraphs = blocks.filter(|block| !block.is_empty()).map(|block| {
        let (items, lines): (Vec<&str>, Vec<&str>) = block
            .lines()
            .map(str::trim)
            .partition(|line| line.starts_with("- "));
        Paragraph {
            text: lines.join(" "),
            items: items
                .iter()
                .map(|item| item.trim_start_matches("- ").to_owned())
                .collect(),
        }
    });
    let paragraphs = paragraphs.collect();
    Ok(Text {
        foreign,
        paragraphs,
    }
    .render()?)
}
