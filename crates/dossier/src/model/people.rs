//! Author, beneficiary and contact: three roles that one person may hold, never confused.

use parvis_kernel::{Instant, OrganisationId, Personal};
use parvis_store::Vault;
use serde::{Deserialize, Serialize};

/// Shortest beginning of a name that finds it.
const SHORTEST_PREFIX: usize = 3;
/// Longest beginning that is indexed, longer than French names are; of a longer word, what follows is not compared.
const LONGEST_PREFIX: usize = 24;
/// Words of a name that are indexed at most.
const MOST_WORDS: usize = 8;

/// The people of a dossier; sealed with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Who fills it in.
    pub author: Author,
    /// For whom: family name; empty when the procedure asks for no identity.
    #[serde(default)]
    pub beneficiary_family_name: Personal<String>,
    /// For whom: first names.
    #[serde(default)]
    pub beneficiary_first_names: Personal<String>,
    /// How the person is reached.
    #[serde(default)]
    pub contact: Contact,
}

/// Who fills the dossier in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// Not said yet.
    #[default]
    Unknown,
    /// The beneficiary.
    Beneficiary,
    /// Somebody who helps, with the declared agreement of the beneficiary.
    Helper {
        /// Name of the helper.
        name: Personal<String>,
        /// Where the helper works or volunteers.
        structure: Option<Personal<String>>,
        /// When the helper declared that the beneficiary agrees.
        agreement_declared_at: Instant,
    },
}

/// How the person is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Confirmed e-mail address.
    pub email: Option<Personal<String>>,
}

impl People {
    /// The beneficiary as lists show them: `Zoé LENOIR`; empty without identity.
    #[must_use]
    pub fn label(&self) -> String {
        let family = self.beneficiary_family_name.to_uppercase();
        format!("{} {family}", self.beneficiary_first_names.as_str())
            .trim()
            .to_owned()
    }

    /// Whether it is said who fills the dossier in, and for whom.
    #[must_use]
    pub fn are_known(&self) -> bool {
        self.author != Author::Unknown && !self.beneficiary_family_name.is_empty()
    }

    /// Whether somebody helps.
    #[must_use]
    pub const fn has_helper(&self) -> bool {
        matches!(self.author, Author::Helper { .. })
    }
}

/// The tokens under which a name is found: each word and its beginnings, accents and case forgiven, as keyed hashes.
#[must_use]
pub fn name_tokens(vault: &Vault, organisation: OrganisationId, name: &str) -> Vec<i64> {
    let mut tokens: Vec<i64> = words(name)
        .iter()
        .take(MOST_WORDS)
        .flat_map(|word| beginnings(word))
        .map(|beginning| vault.blind(organisation, "name", &beginning))
        .collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// One token for each word typed in a search that is long enough, the longest first: as a rule, the fewest bear it.
pub(crate) fn search_tokens(vault: &Vault, organisation: OrganisationId, typed: &str) -> Vec<i64> {
    let mut words = words(typed);
    words.retain(|word| word.chars().count() >= SHORTEST_PREFIX);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words
        .iter()
        .map(|word| vault.blind(organisation, "name", &compared(word)))
        .collect()
}

/// Lower-case words without accents.
fn words(name: &str) -> Vec<String> {
    parvis_territory::fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The beginnings under which a word is found; of a word too short to have any, itself.
fn beginnings(word: &str) -> Vec<String> {
    let signs: Vec<char> = word.chars().take(LONGEST_PREFIX).collect();
    let shortest = SHORTEST_PREFIX.min(signs.len());
    (shortest..=signs.len())
        .filter_map(|length| signs.get(..length))
        .map(|signs| signs.iter().collect())
        .collect()
}

fn compared(word: &str) -> String {
    word.chars().take(LONGEST_PREFIX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, typed: &str) -> bool {
        let vault = Vault::from_bytes([7; 32]);
        let organisation = OrganisationId::from_uuid(uuid::Uuid::nil());
        let stored = name_tokens(&vault, organisation, name);
        let searched = search_tokens(&vault, organisation, typed);
        !searched.is_empty() && searched.iter().all(|token| stored.contains(token))
    }

    #[test]
    fn a_name_is_found_by_its_beginning_without_accents_in_any_order() {
        assert!(found("Zoé LENOIR-DUPRÉ", "lenoir"));
        assert!(found("Zoé LENOIR-DUPRÉ", "Dupré zoe"));
        assert!(found("Zoé LENOIR-DUPRÉ", "len"));
        assert!(!found("Zoé LENOIR-DUPRÉ", "le"));
        assert!(!found("Zoé LENOIR-DUPRÉ", "lenoire"));
        assert!(!found("Zoé LENOIR", "martin"));
        assert!(!found("Zoé LENOIR", "lenoir martin"));
        assert!(!found("Zoé LENOIR", ""));
    }

    #[test]
    fn a_long_name_is_found_by_each_of_its_beginnings() {
        let name = "RAVELOMANANTSOA";
        for length in 3..=name.len() {
            assert!(found(name, &name[..length]), "{}", &name[..length]);
        }
        assert!(!found(name, "ravelomananjara"));
        let longest = "Andriantsimitoviaminandriandehibe";
        assert!(found(longest, longest) && found(longest, &longest[..26]));
    }

    #[test]
    fn people_never_appear_in_a_log() {
        let people = People {
            author: Author::Beneficiary,
            beneficiary_family_name: "Lenoir".to_owned().into(),
            beneficiary_first_names: "Zoé".to_owned().into(),
            contact: Contact {
                email: Some("zoe@example.org".to_owned().into()),
            },
        };
        assert_eq!(people.label(), "Zoé LENOIR");
        let printed = format!("{people:?}");
        assert!(
            !printed.contains("enoir") && !printed.contains("zoe"),
            "{printed}"
        );
    }
}
