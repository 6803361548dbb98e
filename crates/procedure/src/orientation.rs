//! A démarche that somebody else answers: the house says who, and helps, but asks nothing in its own name.
//!
//! Sending a person on is a duty (CRPA L114-2), and asking again what the competent service will ask is a burden (L114-8).

use parvis_form::Text;
use parvis_kernel::Language;
use parvis_law::SilenceEffect;
use serde::{Deserialize, Serialize};
use serde_saphyr::{Location, Spanned};

use crate::ProcedureFile;
use crate::source::{OrientationSource, ProcedureSource};
use crate::values::{Checker, excerpt};

/// Who answers instead of the collectivité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orientation {
    /// The competent service.
    pub name: Text,
    /// What to do there.
    pub text: Text,
    /// Its page, `https` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its telephone number, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl Checker {
    /// A file that leads elsewhere: what is about a request has no place in it.
    pub fn oriented(
        &mut self,
        orientation: Spanned<OrientationSource>,
        written: ProcedureSource,
    ) -> ProcedureFile {
        self.asks_nothing(&written);
        let orientation = self.within(orientation.referenced, |inside| {
            inside.orientation(orientation.value)
        });
        ProcedureFile {
            silence: SilenceEffect::None {
                reason: orientation.name.in_language(Language::French).to_owned(),
                legal_basis: None,
            },
            orientation: Some(orientation),
            ..self.presented(written)
        }
    }

    fn orientation(&mut self, written: OrientationSource) -> Orientation {
        Orientation {
            name: self.short("name", "the service that answers", written.name),
            text: self.long("text", "what to do there", written.text),
            url: written.url.map(|url| self.url(url)),
            phone: written.phone.map(|phone| phone.value),
        }
    }

    /// An address that a page may lead to: nothing but `https`, so that no script hides in a link.
    pub fn url(&mut self, written: Spanned<String>) -> String {
        let address = written.value.as_str();
        let host = address
            .strip_prefix("https://")
            .and_then(|rest| rest.split(['/', '?', '#']).next());
        let is_host = host.is_some_and(|host| {
            host.contains('.')
                && host
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'))
        });
        let is_plain = address
            .chars()
            .all(|letter| letter.is_ascii_graphic() && !matches!(letter, '"' | '<' | '>' | '\\'));
        if !is_host || !is_plain || address.len() > 500 {
            let message = format!("`{}` is not the address of a page", excerpt(address));
            let expected = "an address that starts with `https://`";
            self.problems
                .note_expecting(written.referenced, message, expected);
        }
        written.value
    }

    fn asks_nothing(&mut self, written: &ProcedureSource) {
        let out_of_place: [(&str, Option<Location>); 10] = [
            ("silence", place(written.silence.as_ref())),
            ("financial", place(written.financial.as_ref())),
            (
                "asks_for_decision",
                place(written.asks_for_decision.as_ref()),
            ),
            ("identity", place(written.identity.as_ref())),
            ("minutes", place(written.minutes.as_ref())),
            ("retention", place(written.retention.as_ref())),
            ("declarations", place(written.declarations.as_ref())),
            ("refusal_grounds", place(written.refusal_grounds.as_ref())),
            ("closing", place(written.closing.as_ref())),
            ("payment", place(written._payment.as_ref())),
        ];
        let steps = written
            ._steps
            .is_some()
            .then_some(("steps", Some(self.top)));
        for (name, at) in out_of_place.into_iter().chain(steps) {
            if let Some(at) = at {
                let message = format!("`{name}` has no place beside `orientation`");
                let expected = "an orientation, or a démarche that is made here";
                self.problems.note_expecting(at, message, expected);
            }
        }
    }
}

fn place<T>(written: Option<&Spanned<T>>) -> Option<Location> {
    written.map(|written| written.referenced)
}

#[cfg(test)]
mod tests {
    use crate::check;

    const ELSEWHERE: &str = "\
slug: carte-mobilite
title: Demander une carte
summary: Une phrase.
theme: solidarity
who_for: Les personnes handicapées.
what_you_get: Une carte.
papers: []
cost: { cents: 0 }
delay: { words: Quatre mois., expected_days: 120 }
doors: [{ kind: counter, text: À la mairie. }]
service: accueil
group: accueil
sources: []
orientation:
  name: Maison départementale des personnes handicapées
  text: Déposez votre dossier auprès d'elle.
  url: https://www.example.org/mdph
";

    fn problems(source: &str) -> Vec<String> {
        let found = check("essai.yaml", source).expect_err("a file with problems");
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_file_may_lead_to_who_answers_and_asks_nothing() {
        let checked = check("essai.yaml", ELSEWHERE).unwrap();
        let orientation = checked.file.orientation.unwrap();
        assert_eq!(orientation.url.unwrap(), "https://www.example.org/mdph");
        assert!(checked.form.steps().is_empty());
    }

    #[test]
    fn a_question_has_no_place_in_it() {
        let asking = format!("{ELSEWHERE}minutes: 5\nsteps: []\n");
        told(
            &problems(&asking),
            &["`minutes` has no place", "`steps` has no place"],
        );
    }

    #[test]
    fn a_link_is_a_page_and_nothing_else() {
        for address in [
            "javascript:alert(1)",
            "http://example.org",
            "https://a b.fr",
            "https://é.fr",
            "https://x",
        ] {
            let wrong = ELSEWHERE.replace("https://www.example.org/mdph", &format!("{address:?}"));
            told(&problems(&wrong), &["is not the address of a page"]);
        }
    }

    #[test]
    fn what_it_needs_is_told() {
        let bare = ELSEWHERE.replace("  text: Déposez votre dossier auprès d'elle.\n", "");
        told(&problems(&bare), &["`text` is missing"]);
    }

    fn told(found: &[String], expected: &[&str]) {
        for part in expected {
            assert!(
                found.iter().any(|one| one.contains(part)),
                "{part}: {found:#?}"
            );
        }
        assert_eq!(found.len(), expected.len(), "{found:#?}");
    }
}
