//! A form of a page, as a person fills it in, and as somebody who cheats does.

use scraper::ElementRef;

use super::page::parsed;

/// The line between the parts of a form with files.
const BOUNDARY: &str = "----parvis-testkit-7f3a9c";

/// A form and what it would send now.
#[derive(Debug, Clone)]
pub struct Form {
    action: String,
    multipart: bool,
    entries: Vec<(String, String)>,
    controls: Vec<Control>,
    files: Vec<File>,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    kind: String,
    values: Vec<String>,
}

#[derive(Debug, Clone)]
struct File {
    name: String,
    given: String,
    bytes: Vec<u8>,
}

impl Form {
    pub(super) fn read(form: ElementRef<'_>, page: &str) -> Self {
        let action = match form.attr("action") {
            None | Some("") => page,
            Some(action) => action,
        };
        let mut read = Self {
            action: action.to_owned(),
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            entries: Vec::new(),
            controls: Vec::new(),
            files: Vec::new(),
        };
        for element in form.select(&parsed("input, select, textarea, button")) {
            read.control(element);
        }
        read
    }

    fn control(&mut self, element: ElementRef<'_>) {
        let Some(name) = element.attr("name") else {
            return;
        };
        let kind = match element.value().name() {
            "input" => element.attr("type").unwrap_or("text"),
            other => other,
        };
        let value = element.attr("value");
        let value = match kind {
            "checkbox" | "radio" => value.unwrap_or("on").to_owned(),
            "textarea" => element.text().collect(),
            "select" => chosen(element),
            _ => value.unwrap_or_default().to_owned(),
        };
        let values = match kind {
            "select" => options(element),
            _ => vec![value.clone()],
        };
        self.controls.push(Control {
            name: name.to_owned(),
            kind: kind.to_owned(),
            values,
        });
        let sent = match kind {
            "checkbox" | "radio" => element.attr("checked").is_some(),
            "button" | "submit" | "file" => false,
            _ => true,
        };
        if sent {
            self.entries.push((name.to_owned(), value));
        }
    }

    /// Where it is sent.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The names of its inputs, buttons aside, each once.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .controls
            .iter()
            .filter(|control| control.kind != "button")
            .map(|control| control.name.as_str())
            .collect();
        names.dedup();
        names
    }

    /// The values that a name offers: those of its boxes, of its options, of its buttons.
    #[must_use]
    pub fn offered(&self, name: &str) -> Vec<&str> {
        let named = self.controls.iter().filter(|control| control.name == name);
        named
            .flat_map(|control| control.values.iter().map(String::as_str))
            .collect()
    }

    /// The kind of an input: `text`, `radio`, `checkbox`, `file`, `select`, `textarea`, `hidden`.
    #[must_use]
    pub fn kind(&self, name: &str) -> &str {
        let mut named = self.controls.iter().filter(|control| control.name == name);
        named.next().map_or("", |control| control.kind.as_str())
    }

    /// What it would send for a name now.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut entries = self.entries.iter();
        entries
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Types a text, chooses a button among several, an option of a list.
    ///
    /// # Panics
    ///
    /// When the page shows no such input, or does not offer this value.
    #[must_use]
    pub fn fill(self, name: &str, value: &str) -> Self {
        let control = self.shown(name);
        let offers = matches!(control.kind.as_str(), "radio" | "select" | "checkbox");
        assert!(
            !offers || self.offered(name).contains(&value),
            "{name} does not offer {value:?} but {:?}",
            self.offered(name)
        );
        self.tamper(name, value)
    }

    /// Fills in several inputs.
    #[must_use]
    pub fn fill_all(self, pairs: &[(&str, &str)]) -> Self {
        pairs
            .iter()
            .fold(self, |form, (name, value)| form.fill(name, value))
    }

    /// Ticks one more box of a name.
    ///
    /// # Panics
    ///
    /// When the page shows no such box.
    #[must_use]
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        assert_eq!(self.shown(name).kind, "checkbox", "{name}");
        assert!(self.offered(name).contains(&value), "{name}: {value}");
        let entry = (name.to_owned(), value.to_owned());
        if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
        self
    }

    /// Presses a named button.
    ///
    /// # Panics
    ///
    /// When the page shows no such button.
    #[must_use]
    pub fn press(self, name: &str, value: &str) -> Self {
        let buttons = self
            .controls
            .iter()
            .filter(|control| control.kind == "button" && control.name == name);
        let found = buttons
            .flat_map(|button| &button.values)
            .any(|own| own == value);
        assert!(found, "no button {name}={value}: {:?}", self.offered(name));
        self.tamper(name, value)
    }

    /// Gives a file.
    ///
    /// # Panics
    ///
    /// When the page shows no such input.
    #[must_use]
    pub fn file(mut self, name: &str, given: &str, bytes: &[u8]) -> Self {
        assert_eq!(self.shown(name).kind, "file", "{name}");
        self.files.push(File {
            name: name.to_owned(),
            given: given.to_owned(),
            bytes: bytes.to_vec(),
        });
        self
    }

    /// Sets an entry whatever the page shows, as somebody who cheats would.
    #[must_use]
    pub fn tamper(mut self, name: &str, value: &str) -> Self {
        self.entries.retain(|(own, _)| own != name);
        self.entries.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends nothing for a name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.entries.retain(|(own, _)| own != name);
        self
    }

    /// Sends it elsewhere.
    #[must_use]
    pub fn to(mut self, action: &str) -> Self {
        action.clone_into(&mut self.action);
        self
    }

    fn shown(&self, name: &str) -> &Control {
        let mut controls = self.controls.iter();
        controls
            .find(|control| control.name == name && control.kind != "button")
            .unwrap_or_else(|| panic!("no input {name:?} among {:?}", self.names()))
    }

    /// The media type and the body.
    pub(super) fn encoded(&self) -> (String, Vec<u8>) {
        if self.multipart {
            let media = format!("multipart/form-data; boundary={BOUNDARY}");
            return (media, self.parts());
        }
        let pairs: Vec<String> = self
            .entries
            .iter()
            .map(|(name, value)| format!("{}={}", percent(name), percent(value)))
            .collect();
        let media = "application/x-www-form-urlencoded".to_owned();
        (media, pairs.join("&").into_bytes())
    }

    fn parts(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in &self.entries {
            body.extend(
                format!(
                    "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        for file in &self.files {
            body.extend(format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                file.name, file.given
            ).bytes());
            body.extend(&file.bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        body
    }
}

fn chosen(select: ElementRef<'_>) -> String {
    let selected = select.select(&parsed("option[selected]")).next();
    let first = || select.select(&parsed("option")).next();
    let option = selected.or_else(first);
    option.map(value_of).unwrap_or_default()
}

fn options(select: ElementRef<'_>) -> Vec<String> {
    select.select(&parsed("option")).map(value_of).collect()
}

fn value_of(option: ElementRef<'_>) -> String {
    match option.attr("value") {
        Some(value) => value.to_owned(),
        None => option.text().collect(),
    }
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
