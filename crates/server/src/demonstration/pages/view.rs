//! What every page of the demonstration says around its content.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Query};
use http::header::ACCEPT_LANGUAGE;
use http::request::Parts;
use jiff::tz::TimeZone;
use parvis_kernel::{Instant, Language};
use parvis_web::{Words, assets, format};
use serde::Deserialize;

use super::Demonstration;

/// The language of a page, and its words.
pub(super) struct View {
    pub(super) language: Language,
    path: String,
    chosen: bool,
    words: Words,
}

#[derive(Deserialize, Default)]
struct Asked {
    langue: Option<String>,
}

impl FromRequestParts<Demonstration> for View {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        demonstration: &Demonstration,
    ) -> Result<Self, Infallible> {
        let asked = Query::<Asked>::try_from_uri(&parts.uri).unwrap_or_default();
        let chosen = asked.0.langue.and_then(|tag| tag.parse().ok());
        let accepted = parts.headers.get(ACCEPT_LANGUAGE);
        let accepted = accepted
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Ok(Self {
            language: chosen.unwrap_or_else(|| first_spoken(accepted)),
            path: parts.uri.path().to_owned(),
            chosen: chosen.is_some(),
            words: demonstration.0.house.words.clone(),
        })
    }
}

/// The first language of the browser that we speak; French when there is none.
fn first_spoken(accepted: &str) -> Language {
    let tags = accepted.split([',', ';', '-']).map(str::trim);
    tags.filter_map(|tag| tag.parse().ok())
        .next()
        .unwrap_or_default()
}

impl View {
    pub(super) fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.say(self.language, key)
    }

    pub(super) fn say_with<V: std::fmt::Display>(&self, key: &str, values: &[(&str, V)]) -> String {
        self.words.say_with(self.language, key, values)
    }

    pub(super) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    pub(super) const fn other(&self) -> Language {
        match self.language {
            Language::French => Language::English,
            Language::English => Language::French,
        }
    }

    /// A page of the demonstration, in the language that was chosen.
    pub(super) fn link(&self, path: &str) -> String {
        if self.chosen {
            format!("{path}?langue={}", self.language.tag())
        } else {
            path.to_owned()
        }
    }

    /// The page of a mail.
    pub(super) fn mail_link(&self, name: &str) -> String {
        self.link(&format!("/dev/courriels/{name}"))
    }

    /// This page in the other language.
    pub(super) fn other_link(&self) -> String {
        format!("{}?langue={}", self.path, self.other().tag())
    }

    pub(super) fn date_time(&self, at: &Instant) -> String {
        let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
        format::date_time(self.language, *at, &zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_we_speak_is_taken() {
        assert_eq!(first_spoken("en-GB,en;q=0.9,fr;q=0.5"), Language::English);
        assert_eq!(first_spoken("de-DE,fr;q=0.5,en;q=0.2"), Language::French);
        assert_eq!(first_spoken(""), Language::French);
    }
}
