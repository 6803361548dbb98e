//! The plain page of an account: a few sentences, at most one question or two, one button.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use parvis_web::{Errors, Link, PageError, Visit};

/// A line to type.
pub(super) struct Line {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) kind: &'static str,
    pub(super) autocomplete: &'static str,
    pub(super) inputmode: &'static str,
}

/// A form that a script fills in with the answer of a device; it is hidden where that cannot be.
pub(super) struct Device {
    /// Where the script asks what the device is asked.
    pub(super) options: String,
    /// Where passkeys serve, and nowhere else.
    pub(super) origin: String,
}

/// A form: what is asked, and the button.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) action: String,
    pub(super) lines: Vec<Line>,
    pub(super) button: String,
    pub(super) style: &'static str,
    pub(super) device: Option<Device>,
}

/// What the page says.
#[derive(Template)]
#[template(path = "account/sheet.html")]
struct Page<'a> {
    visit: &'a Visit,
    sheet: Sheet,
}

/// A page of an account.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) back: Option<Link>,
    pub(super) done: String,
    pub(super) title: String,
    pub(super) texts: Vec<String>,
    pub(super) warning: String,
    /// What is said as long as no script shows the form that it fills in.
    pub(super) without: String,
    pub(super) codes: Vec<String>,
    pub(super) asked: Vec<Asked>,
    pub(super) links: Vec<Link>,
    pub(super) errors: Errors,
}

impl Asked {
    /// A form of this organisation, without question yet.
    pub(super) fn new(visit: &Visit, path: &str, button: &str) -> Self {
        Self {
            action: visit.url(path),
            button: visit.say(button).to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn line(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }

    pub(super) fn by_device(mut self, device: Device) -> Self {
        self.device = Some(device);
        self
    }

    pub(super) const fn styled(mut self, style: &'static str) -> Self {
        self.style = style;
        self
    }
}

impl Line {
    /// An e-mail address.
    pub(super) fn email(visit: &Visit, value: &str) -> Self {
        Self {
            name: "email",
            label: visit.say("account-email").to_owned(),
            hint: String::new(),
            value: value.to_owned(),
            kind: "email",
            autocomplete: "username",
            inputmode: "email",
        }
    }

    /// The present password.
    pub(super) fn password(visit: &Visit) -> Self {
        Self {
            name: "password",
            label: visit.say("account-password").to_owned(),
            hint: String::new(),
            value: String::new(),
            kind: "password",
            autocomplete: "current-password",
            inputmode: "",
        }
    }

    /// A new password.
    pub(super) fn new_password(visit: &Visit) -> Self {
        Self {
            label: visit.say("account-new-password").to_owned(),
            hint: visit.say("account-new-password-hint").to_owned(),
            autocomplete: "new-password",
            ..Self::password(visit)
        }
    }

    /// Some words of the person's own.
    pub(super) fn text(visit: &Visit, name: &'static str, label: &str, hint: &str) -> Self {
        Self {
            name,
            label: visit.say(label).to_owned(),
            hint: visit.say(hint).to_owned(),
            value: String::new(),
            kind: "text",
            autocomplete: "off",
            inputmode: "",
        }
    }

    /// A code: of an application, or a recovery code.
    pub(super) fn code(label: &str, hint: &str) -> Self {
        Self {
            name: "code",
            label: label.to_owned(),
            hint: hint.to_owned(),
            value: String::new(),
            kind: "text",
            autocomplete: "one-time-code",
            inputmode: "",
        }
    }
}

impl Sheet {
    /// A page with its title.
    pub(super) fn new(visit: &Visit, title: &str) -> Self {
        Self {
            title: visit.say(title).to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.texts.push(text.into());
        self
    }

    pub(super) fn ask(mut self, asked: Asked) -> Self {
        self.asked.push(asked);
        self
    }

    /// One more form, where there is one to show.
    pub(super) fn ask_maybe(mut self, asked: Option<Asked>) -> Self {
        self.asked.extend(asked);
        self
    }

    pub(super) fn link(mut self, visit: &Visit, text: &str, path: &str) -> Self {
        self.links.push(Link::new(visit.say(text), visit.url(path)));
        self
    }

    /// A link back to a page.
    pub(super) fn of(mut self, visit: &Visit, text: &str, path: &str) -> Self {
        self.back = Some(Link::new(visit.say(text), visit.url(path)));
        self
    }

    /// A link back to the page of security.
    pub(super) fn of_security(self, visit: &Visit) -> Self {
        self.of(visit, "account-back-security", super::SECURITY)
    }

    pub(super) fn error(mut self, visit: &Visit, name: &str, key: Option<&str>) -> Self {
        if let Some(key) = key {
            self.errors.add(name, visit.say(key));
        }
        self
    }

    /// The page; what is wrong in its form makes it a refusal.
    pub(super) fn show(self, visit: &Visit) -> Result<Response, PageError> {
        let status = match self.errors.any() {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::OK,
        };
        self.show_as(visit, status)
    }

    /// The page under a status.
    pub(super) fn show_as(self, visit: &Visit, status: StatusCode) -> Result<Response, PageError> {
        let page = Page { visit, sheet: self };
        Ok((status, Html(page.render()?)).into_response())
    }
}
