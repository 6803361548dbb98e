//! Reading pages as a browser does: titles, links, forms; and filling a form by the names of its inputs.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use axum::body::Bytes;
use scraper::{ElementRef, Html, Selector};

use crate::pieces;

/// What a person sees of a page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The path and query of the page.
    pub path: String,
    /// Its first title.
    pub title: String,
    /// The text of its main part.
    pub text: String,
    /// What must be corrected.
    pub errors: String,
    /// Its links: address and words.
    pub links: Vec<(String, String)>,
    /// Its references: numbers, codes.
    pub references: Vec<String>,
    /// The forms of its main part that are posted.
    pub forms: Vec<Form>,
    /// The tags of its elements counted.
    pub elements: usize,
    /// What a browser loads with it: style sheets, scripts, icons, images.
    pub resources: Vec<String>,
}

/// A form as it is shown.
#[derive(Debug, Clone)]
pub struct Form {
    action: String,
    multipart: bool,
    controls: Vec<Control>,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    value: String,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Hidden,
    Text,
    File,
    /// A radio button, a box, an option of a list; whether it is chosen already.
    Choice(bool),
    Button,
}

/// What is put in an input.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text, or the value of a choice.
    Text(String),
    /// A file.
    File(File),
}

/// A file of a person.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its declared type.
    pub media: &'static str,
    /// What it holds.
    pub bytes: Bytes,
}

/// A form ready to be sent.
#[derive(Debug, Clone)]
pub struct Filled {
    /// Where it goes.
    pub action: String,
    multipart: bool,
    values: Vec<(String, Value)>,
}

/// What is looked for in every page, prepared once.
struct Selectors {
    everything: Selector,
    title: Selector,
    main: Selector,
    errors: Selector,
    links: Selector,
    references: Selector,
    forms: Selector,
    controls: Selector,
    options: Selector,
    linked: Selector,
    sourced: Selector,
}

static SELECT: LazyLock<Selectors> = LazyLock::new(|| {
    let of = |text: &str| Selector::parse(text).expect("a selector of this file");
    Selectors {
        everything: of("*"),
        title: of("h1"),
        main: of("main"),
        errors: of(".govuk-error-summary"),
        links: of("a[href]"),
        references: of(".parvis-reference"),
        forms: of("main form[method=post]"),
        controls: of("input, select, textarea, button"),
        options: of("option"),
        linked: of("link[rel=icon], link[rel=stylesheet]"),
        sourced: of("script[src], img[src]"),
    }
});

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.value().attr(name).unwrap_or_default().to_owned()
}

impl Page {
    /// Reads a page.
    pub fn read(path: &str, html: &str) -> Self {
        let document = Html::parse_document(html);
        let all = |selector: &Selector| document.select(selector).map(words).collect::<Vec<_>>();
        let first = |selector: &Selector| {
            document
                .select(selector)
                .next()
                .map(words)
                .unwrap_or_default()
        };
        let links = document.select(&SELECT.links);
        let forms = document.select(&SELECT.forms);
        Self {
            path: path.to_owned(),
            title: first(&SELECT.title),
            text: first(&SELECT.main),
            errors: first(&SELECT.errors),
            links: links
                .map(|link| (attribute(link, "href"), words(link)))
                .collect(),
            references: all(&SELECT.references),
            forms: forms.map(|form| Form::read(form, path)).collect(),
            elements: document.select(&SELECT.everything).count(),
            resources: resources(&document),
        }
    }

    /// What to say of a page that was not expected.
    pub fn summary(&self) -> String {
        let errors = if self.errors.is_empty() {
            &self.text
        } else {
            &self.errors
        };
        let errors: String = errors.chars().take(600).collect();
        format!("« {} » {errors}", self.title)
    }

    /// The form that the page is about: the first.
    ///
    /// # Errors
    /// A page without form.
    pub fn form(&self) -> Result<&Form> {
        let form = self.forms.first();
        form.with_context(|| format!("{} holds no form: {}", self.path, self.summary()))
    }

    /// The form sent to an address that holds a text.
    ///
    /// # Errors
    /// A page without it.
    pub fn form_to(&self, part: &str) -> Result<&Form> {
        let form = self.forms.iter().find(|form| form.action.contains(part));
        form.with_context(|| format!("{} holds no form to {part}: {}", self.path, self.summary()))
    }

    /// The address of the first link whose address holds a text.
    pub fn link_to(&self, part: &str) -> Option<&str> {
        let mut links = self.links.iter().map(|(address, _)| address.as_str());
        links.find(|address| address.contains(part))
    }

    /// Whether the page is at a place: `/etapes/`.
    pub fn is_at(&self, part: &str) -> bool {
        self.path.contains(part)
    }
}

fn resources(document: &Html) -> Vec<String> {
    let linked = document
        .select(&SELECT.linked)
        .map(|element| attribute(element, "href"));
    let sourced = document
        .select(&SELECT.sourced)
        .map(|element| attribute(element, "src"));
    linked.chain(sourced).collect()
}

impl Form {
    fn read(form: ElementRef<'_>, path: &str) -> Self {
        let action = attribute(form, "action");
        let mut controls = Vec::new();
        for element in form.select(&SELECT.controls) {
            Control::read(element, &mut controls);
        }
        Self {
            action: if action.is_empty() {
                path.to_owned()
            } else {
                action
            },
            multipart: attribute(form, "enctype") == "multipart/form-data",
            controls,
        }
    }

    /// Fills the form and presses its main button. `answer` gives the values of an input by its name, or nothing to leave it as it is shown.
    pub fn fill(&self, answer: impl FnMut(&str) -> Option<Vec<Value>>) -> Filled {
        let main = |control: &&Control| !control.value.contains(':') && !is_aside(&control.value);
        let mut buttons = self
            .controls
            .iter()
            .filter(|control| control.kind == Kind::Button);
        self.filled(buttons.find(main), answer)
    }

    /// Fills the form and presses the button whose value begins with a text.
    pub fn press(&self, value: &str, answer: impl FnMut(&str) -> Option<Vec<Value>>) -> Filled {
        let mut buttons = self
            .controls
            .iter()
            .filter(|control| control.kind == Kind::Button);
        self.filled(
            buttons.find(|control| control.value.starts_with(value)),
            answer,
        )
    }

    /// The values of the hidden inputs of a name.
    pub fn hidden(&self, name: &str) -> Vec<&str> {
        let named = self.controls.iter().filter(|control| control.name == name);
        let hidden = named.filter(|control| control.kind == Kind::Hidden);
        hidden.map(|control| control.value.as_str()).collect()
    }

    /// The values offered by the choices of a name.
    pub fn offered(&self, name: &str) -> Vec<&str> {
        let named = self.controls.iter().filter(|control| control.name == name);
        let choices = named.filter(|control| matches!(control.kind, Kind::Choice(_)));
        choices.map(|control| control.value.as_str()).collect()
    }

    fn filled(
        &self,
        button: Option<&Control>,
        mut answer: impl FnMut(&str) -> Option<Vec<Value>>,
    ) -> Filled {
        let mut values = Vec::new();
        let mut answered: Vec<&str> = Vec::new();
        for control in &self.controls {
            match control.kind {
                Kind::Button => {}
                Kind::Hidden => values.push((control.name.clone(), text(&control.value))),
                _ if answered.contains(&control.name.as_str()) => {}
                _ => {
                    answered.push(&control.name);
                    let given = answer(&control.name).unwrap_or_else(|| self.as_shown(control));
                    values.extend(given.into_iter().map(|value| (control.name.clone(), value)));
                }
            }
        }
        let named = button.filter(|button| !button.name.is_empty());
        values.extend(named.map(|button| (button.name.clone(), text(&button.value))));
        Filled {
            action: self.action.clone(),
            multipart: self.multipart,
            values,
        }
    }

    /// What a browser sends of an input that is left alone.
    fn as_shown(&self, control: &Control) -> Vec<Value> {
        match control.kind {
            Kind::Text | Kind::Hidden => vec![text(&control.value)],
            Kind::File => vec![Value::File(pieces::none())],
            Kind::Button => Vec::new(),
            Kind::Choice(_) => {
                let named = self
                    .controls
                    .iter()
                    .filter(|other| other.name == control.name);
                let chosen = named.filter(|other| other.kind == Kind::Choice(true));
                chosen.map(|other| text(&other.value)).collect()
            }
        }
    }
}

/// Buttons that do something else than going on.
fn is_aside(value: &str) -> bool {
    matches!(value, "upload" | "later")
}

/// A text put in an input.
pub fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

impl Control {
    fn read(element: ElementRef<'_>, controls: &mut Vec<Self>) {
        let name = attribute(element, "name");
        let value = attribute(element, "value");
        let (kind, value) = match (element.value().name(), attribute(element, "type").as_str()) {
            ("button", "button" | "reset") => return,
            ("button", _) | ("input", "submit") => (Kind::Button, value),
            ("select", _) => return Self::read_options(element, &name, controls),
            ("textarea", _) => (Kind::Text, element.text().collect()),
            ("input", "hidden") => (Kind::Hidden, value),
            ("input", "file") => (Kind::File, value),
            ("input", "radio" | "checkbox") => (
                Kind::Choice(element.value().attr("checked").is_some()),
                value,
            ),
            _ => (Kind::Text, value),
        };
        if kind == Kind::Button || !name.is_empty() {
            controls.push(Self { name, value, kind });
        }
    }

    fn read_options(select: ElementRef<'_>, name: &str, controls: &mut Vec<Self>) {
        let options: Vec<_> = select.select(&SELECT.options).collect();
        let chosen = |option: &ElementRef<'_>| option.value().attr("selected").is_some();
        let any = options.iter().any(chosen);
        for (index, option) in options.iter().enumerate() {
            controls.push(Self {
                name: name.to_owned(),
                value: attribute(*option, "value"),
                kind: Kind::Choice(chosen(option) || (!any && index == 0)),
            });
        }
    }
}

const BOUNDARY: &str = "----parvis-bench-7c1b0e5d";

impl Filled {
    /// The media type and the bytes, encoded as the form says.
    pub fn body(&self) -> (String, Bytes) {
        if self.multipart {
            let media = format!("multipart/form-data; boundary={BOUNDARY}");
            return (media, self.multipart_bytes().into());
        }
        let pairs = self.values.iter().map(|(name, value)| match value {
            Value::Text(text) => format!("{}={}", encoded(name), encoded(text)),
            Value::File(file) => format!("{}={}", encoded(name), encoded(&file.name)),
        });
        let body = pairs.collect::<Vec<_>>().join("&");
        ("application/x-www-form-urlencoded".to_owned(), body.into())
    }

    fn multipart_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (name, value) in &self.values {
            out.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"").bytes(),
            );
            match value {
                Value::Text(text) => out.extend(format!("\r\n\r\n{text}").bytes()),
                Value::File(file) => {
                    let head = format!(
                        "; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                        file.name, file.media
                    );
                    out.extend(head.bytes());
                    out.extend_from_slice(&file.bytes);
                }
            }
            out.extend_from_slice(b"\r\n");
        }
        out.extend(format!("--{BOUNDARY}--\r\n").bytes());
        out
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
