//! A text that agents write again, and the words in braces that each dossier fills.

use parvis_kernel::{AgentId, GroupId, Instant, StandardTextId};

/// Where a text is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// In a message to the person.
    Message,
    /// In a request for a piece or a correction.
    Request,
    /// In the reasons in law of a decision.
    ReasonInLaw,
    /// In the reasons in fact of a decision.
    ReasonInFact,
}

impl Purpose {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::Message,
        Self::Request,
        Self::ReasonInLaw,
        Self::ReasonInFact,
    ];

    /// The stable word of the column and of forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Request => "request",
            Self::ReasonInLaw => "reason-in-law",
            Self::ReasonInFact => "reason-in-fact",
        }
    }

    /// The purpose of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// A text that agents write again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardText {
    /// Its identifier.
    pub id: StandardTextId,
    /// The group that keeps it; the whole organisation without one.
    pub group: Option<GroupId>,
    /// Where it is put.
    pub purpose: Purpose,
    /// How agents find it.
    pub title: String,
    /// What it says, with words in braces.
    pub body: String,
    /// How many times it was written.
    pub version: i64,
}

/// What a text said at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: i64,
    /// How agents found it.
    pub title: String,
    /// What it said.
    pub body: String,
    /// Who wrote it.
    pub agent: AgentId,
    /// When.
    pub at: Instant,
}

/// A word in braces that no dossier fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord(pub String);

/// The words in braces, as agents write them.
pub(crate) const WORDS: [&str; 5] = ["numero", "demarche", "beneficiaire", "depot", "agent"];

impl StandardText {
    /// The text with its words in braces replaced, in one pass: what a word brings is not read again.
    pub(crate) fn filled(&self, word: impl Fn(&str) -> String) -> String {
        let mut pieces = self.body.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece.split_once('}') {
                Some((name, rest)) if WORDS.contains(&name) => {
                    filled.push_str(&word(name));
                    filled.push_str(rest);
                }
                _ => {
                    filled.push('{');
                    filled.push_str(piece);
                }
            }
        }
        filled
    }
}

/// Refuses a text whose braces hold anything but a word that every dossier fills.
pub(crate) fn checked_words(body: &str) -> Result<(), UnknownWord> {
    for rest in body.split('{').skip(1) {
        let word = rest.split('}').next().unwrap_or_default();
        let is_closed = rest.contains('}');
        if !is_closed || !WORDS.contains(&word) {
            let shown: String = word.chars().take(40).collect();
            return Err(UnknownWord(shown));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_hold_words_that_every_dossier_fills() {
        assert_eq!(checked_words("Votre demande {numero} du {depot}."), Ok(()));
        let cases = [
            ("{nom}", "nom"),
            ("a {numero", "numero"),
            ("{{numero}}", ""),
        ];
        for (body, word) in cases {
            assert_eq!(
                checked_words(body),
                Err(UnknownWord(word.to_owned())),
                "{body}"
            );
        }
    }

    #[test]
    fn a_word_that_a_person_typed_is_not_filled_again() {
        let text = StandardText {
            id: StandardTextId::new(),
            group: None,
            purpose: Purpose::Message,
            title: String::new(),
            body: "{numero}, {beneficiaire}, {agent}".to_owned(),
            version: 1,
        };
        let word = |name: &str| match name {
            "numero" => "7K2M-94QD".to_owned(),
            "beneficiaire" => "Zoé {agent}".to_owned(),
            _ => "Claire".to_owned(),
        };
        assert_eq!(text.filled(word), "7K2M-94QD, Zoé {agent}, Claire");
    }
}
