//! What came back, and what it shows.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

use super::Form;

/// An answer, whatever it is: a page, a redirect, a file, an error.
#[derive(Debug, Clone)]
pub struct Page {
    /// How it was asked.
    pub method: Method,
    /// What was asked, with the query.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Page {
    /// The body as text.
    #[must_use]
    pub fn source(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header; nothing when absent.
    #[must_use]
    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Whether it is a page of HTML.
    #[must_use]
    pub fn is_html(&self) -> bool {
        self.header(header::CONTENT_TYPE).starts_with("text/html")
    }

    /// Where a redirect leads.
    ///
    /// # Panics
    ///
    /// When it is no redirect.
    #[must_use]
    pub fn leads_to(&self) -> &str {
        assert!(
            self.status.is_redirection(),
            "{} {} is no redirect: {}\n{}",
            self.method,
            self.path,
            self.status,
            self.told()
        );
        self.header(header::LOCATION)
    }

    /// The same page, which must have this status.
    ///
    /// # Panics
    ///
    /// When it has another one.
    #[must_use]
    pub fn expect(self, status: StatusCode) -> Self {
        assert_eq!(
            self.status,
            status,
            "{} {}\n{}",
            self.method,
            self.path,
            self.told()
        );
        self
    }

    /// The same page, which must be shown.
    #[must_use]
    pub fn shown(self) -> Self {
        self.expect(StatusCode::OK)
    }

    /// The parsed page.
    #[must_use]
    pub fn document(&self) -> Html {
        Html::parse_document(&self.source())
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> String {
        self.text("title")
    }

    /// The words of the first element of a selector; nothing when there is none.
    #[must_use]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// The words of each element of a selector.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let (document, selector) = (self.document(), parsed(selector));
        document.select(&selector).map(words).collect()
    }

    /// Whether a selector finds something.
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        self.document().select(&parsed(selector)).next().is_some()
    }

    /// An attribute of the first element of a selector.
    #[must_use]
    pub fn attr(&self, selector: &str, name: &str) -> Option<String> {
        self.attrs(selector, name).into_iter().next()
    }

    /// An attribute of each element of a selector that has it.
    #[must_use]
    pub fn attrs(&self, selector: &str, name: &str) -> Vec<String> {
        let (document, selector) = (self.document(), parsed(selector));
        let elements = document.select(&selector);
        elements
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// The words of the main part, as a person reads them: ordinary spaces, one between words.
    #[must_use]
    pub fn told(&self) -> String {
        if self.is_html() {
            self.text("main")
        } else {
            self.source()
        }
    }

    /// What the summary of errors says.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        self.texts(".govuk-error-summary__list li")
    }

    /// The first form of the main part that posts, whose address ends so.
    ///
    /// # Panics
    ///
    /// When there is none.
    #[must_use]
    pub fn form(&self, action: &str) -> Form {
        let found = self.find_form(action);
        found.unwrap_or_else(|| {
            panic!(
                "no form {action:?} in {} {}: {}\n{}",
                self.path,
                self.status,
                self.attrs("form", "action").join(" "),
                self.told()
            )
        })
    }

    /// The first form that posts, whose address ends so, if there is one. A query does not count.
    #[must_use]
    pub fn find_form(&self, action: &str) -> Option<Form> {
        let (document, posting) = (self.document(), parsed("form[method=post]"));
        document
            .select(&posting)
            .map(|form| Form::read(form, &self.path))
            .find(|form| {
                form.action()
                    .split('?')
                    .next()
                    .is_some_and(|own| own.ends_with(action))
            })
    }
}

/// Ordinary spaces, one between words.
#[must_use]
pub fn plain(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter == '\u{202f}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn words(element: ElementRef<'_>) -> String {
    plain(&element.text().collect::<Vec<_>>().join(" "))
}

pub(super) fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("selector {selector:?}: {error}"))
}
