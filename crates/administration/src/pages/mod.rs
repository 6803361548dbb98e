//! The pages of this room are sheets to read and forms to fill in: two templates for all of them.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use parvis_kernel::Refusal;
use parvis_web::{Choice, Errors, Link, PageError, Pager, Row, Tag, Task, Visit};

/// What stands around the content of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Frame {
    /// The title of the page.
    pub(crate) title: String,
    /// Back to the page above; the sections of the administration when there is none.
    pub(crate) back: Option<Link>,
    /// What was just done.
    pub(crate) notice: Option<&'static str>,
}

impl Frame {
    pub(crate) fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    pub(crate) fn back(mut self, visit: &Visit, key: &str, path: &str) -> Self {
        self.back = Some(Link::new(visit.say(key), visit.url(path)));
        self
    }

    pub(crate) const fn told(mut self, done: Option<&'static str>) -> Self {
        self.notice = done;
        self
    }
}

/// A part of a sheet.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Text(String),
    Summary(Vec<Row>),
    Tasks(Vec<Task>),
    List(List),
    Links(Vec<Link>),
    Button(Link),
    Send(Send),
    Search(Search),
    Filter(Vec<Part>),
    Pager(Pager),
}

/// Rows under columns; stacked on a narrow screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct List {
    pub(crate) caption: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Item>>,
}

/// One cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Item {
    pub(crate) lines: Vec<String>,
    pub(crate) href: Option<String>,
    pub(crate) tag: Option<Tag>,
    pub(crate) sends: Vec<Send>,
}

impl Item {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self {
            lines: vec![text.into()],
            ..Self::default()
        }
    }

    pub(crate) fn lines(lines: Vec<String>) -> Self {
        Self {
            lines,
            ..Self::default()
        }
    }

    pub(crate) fn link(text: impl Into<String>, href: String) -> Self {
        Self {
            href: Some(href),
            ..Self::text(text)
        }
    }

    pub(crate) fn tag(tag: Option<Tag>) -> Self {
        Self {
            tag,
            ..Self::default()
        }
    }
}

/// A button that sends something by itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Send {
    pub(crate) action: String,
    pub(crate) text: String,
    /// What a screen reader adds, when several buttons of the page say the same.
    pub(crate) about: String,
    pub(crate) name: &'static str,
    pub(crate) value: String,
}

/// One line to look for somebody; posted, so that no name stands in an address.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    pub(crate) action: String,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) button: String,
}

/// A part of a form.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    Heading(String),
    Text(String),
    Links(Vec<Link>),
    /// What the form sends and nobody types: a name, a value.
    Kept(&'static str, String),
    Input(Field),
    Area(Field),
    Select(Field, Vec<Choice>),
    Radios(Field, Vec<Choice>),
    Boxes(Field, Vec<Choice>),
    File(Field),
}

/// What the person fills in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) value: String,
    pub(crate) kind: &'static str,
    pub(crate) width: &'static str,
    pub(crate) autocomplete: &'static str,
    pub(crate) optional: bool,
}

impl Field {
    pub(crate) fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            kind: "text",
            ..Self::default()
        }
    }

    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    pub(crate) const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    pub(crate) const fn width(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }

    pub(crate) const fn autocomplete(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = autocomplete;
        self
    }

    pub(crate) const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

/// A page to read.
#[derive(Template)]
#[template(path = "pages/sheet.html")]
struct Sheet<'a> {
    visit: &'a Visit,
    frame: &'a Frame,
    blocks: &'a [Block],
    errors: Errors,
}

/// Shows a page to read.
pub(crate) fn sheet(visit: &Visit, frame: &Frame, blocks: &[Block]) -> Result<Response, PageError> {
    let errors = Errors::none();
    let page = Sheet {
        visit,
        frame,
        blocks,
        errors,
    };
    Ok(Html(page.render()?).into_response())
}

/// A page to fill in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pub(crate) frame: Frame,
    pub(crate) action: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) button: String,
    /// The button warns: what it does is felt by somebody.
    pub(crate) grave: bool,
    pub(crate) files: bool,
    /// Nothing of the administration around it: the person is no agent yet.
    pub(crate) bare: bool,
    /// Another thing to send from the same page.
    pub(crate) also: Option<Send>,
}

#[derive(Template)]
#[template(path = "pages/form.html")]
struct FormSheet<'a> {
    visit: &'a Visit,
    frame: &'a Frame,
    form: &'a Form,
    errors: &'a Errors,
}

/// Says that a field is empty, by its name: the summary of errors stands far above it.
pub(crate) fn missing(visit: &Visit, errors: &mut Errors, name: &str, label: &str) {
    let values = [("field", visit.say(label))];
    errors.add(name, visit.say_with("admin-error-missing", &values));
}

/// What an act refuses, beside the field that it is about.
pub(crate) fn refused(visit: &Visit, field: &str, refusal: &Refusal) -> Errors {
    let mut errors = Errors::none();
    errors.add(field, visit.say_with(refusal.key, &refusal.values));
    errors
}

/// The keys of what the page of a secret says.
pub(crate) struct SecretWords {
    pub(crate) title: &'static str,
    pub(crate) text: &'static str,
    /// What the secret is called.
    pub(crate) label: &'static str,
    /// The button of who kept it.
    pub(crate) kept: &'static str,
}

/// Shows a secret once: nothing leads back to this page. Who kept it goes on to `next`.
pub(crate) fn secret_once(
    visit: &Visit,
    words: &SecretWords,
    secret: &str,
    next: &str,
) -> Result<Response, PageError> {
    let blocks = [
        Block::Text(visit.say(words.text).to_owned()),
        Block::Summary(vec![Row::new(visit.say(words.label), secret)]),
        Block::Button(Link::new(visit.say(words.kept), visit.url(next))),
    ];
    sheet(visit, &Frame::titled(visit.say(words.title)), &blocks)
}

/// Shows a page to fill in, with what was wrong in it.
pub(crate) fn form(visit: &Visit, form: &Form, errors: &Errors) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let frame = &form.frame;
    let page = FormSheet {
        visit,
        frame,
        form,
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}
