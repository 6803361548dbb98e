//! The words that are indexed, and those that are searched: the same, or nothing is found.

use std::collections::BTreeSet;

use parvis_kernel::OrganisationId;
use parvis_store::Vault;

/// Letters of the shortest word that is worth finding.
const SHORTEST: usize = 4;
/// Of a longer word, what follows is not compared.
const LONGEST: usize = 32;
/// Words of a dossier that are indexed at most.
const MOST_WORDS: usize = 2_000;
/// Words that nearly every text holds: they would find everything, and tell by their frequency what they are.
const COMMON: &[&str] = &[
    "afin",
    "alors",
    "apres",
    "aussi",
    "autre",
    "autres",
    "aux",
    "avant",
    "avec",
    "avez",
    "avoir",
    "bien",
    "bonjour",
    "bonne",
    "cela",
    "cette",
    "ceux",
    "chez",
    "comme",
    "cordialement",
    "dans",
    "demande",
    "depuis",
    "deux",
    "dire",
    "donc",
    "dont",
    "elle",
    "elles",
    "encore",
    "entre",
    "etait",
    "etes",
    "etre",
    "fait",
    "faire",
    "from",
    "have",
    "jour",
    "jours",
    "journee",
    "leur",
    "leurs",
    "lors",
    "madame",
    "mais",
    "merci",
    "meme",
    "mes",
    "moins",
    "monsieur",
    "nous",
    "notre",
    "nos",
    "parce",
    "pendant",
    "peut",
    "plus",
    "pour",
    "pouvez",
    "puis",
    "quand",
    "quel",
    "quelle",
    "sans",
    "sera",
    "serait",
    "ses",
    "sont",
    "sous",
    "sur",
    "tous",
    "tout",
    "toute",
    "toutes",
    "tres",
    "that",
    "this",
    "vers",
    "veuillez",
    "voici",
    "vos",
    "votre",
    "vous",
    "with",
    "your",
];

/// The tokens of the words of some texts.
pub(super) fn tokens<'a>(
    vault: &Vault,
    organisation: OrganisationId,
    texts: impl Iterator<Item = &'a str>,
) -> BTreeSet<i64> {
    let mut found = BTreeSet::new();
    for text in texts {
        found.extend(words(text));
    }
    let token = |word: &String| vault.blind(organisation, "word", word);
    found.iter().take(MOST_WORDS).map(token).collect()
}

/// A token for each word typed in a search that is indexed; the other ones count for nothing.
pub(crate) fn typed_tokens(vault: &Vault, organisation: OrganisationId, typed: &str) -> Vec<i64> {
    let token = |word: String| vault.blind(organisation, "word", &word);
    let found: Vec<i64> = words(typed).map(token).collect();
    if found.is_empty() {
        // A plate is cut in parts too short to be words: it is indexed whole.
        return words(&typed.replace([' ', '-'], "")).map(token).collect();
    }
    found
}

/// Lower case, without accents, cut at what is neither a letter nor a figure.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = parvis_territory::fold(text);
    let words: Vec<String> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST && !COMMON.contains(word))
        .map(|word| word.chars().take(LONGEST).collect())
        .collect();
    words.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, typed: &str) -> bool {
        let vault = Vault::from_bytes([7; 32]);
        let organisation = OrganisationId::from_uuid(uuid::Uuid::nil());
        let stored = tokens(&vault, organisation, [text].into_iter());
        let searched = typed_tokens(&vault, organisation, typed);
        !searched.is_empty() && searched.iter().all(|token| stored.contains(token))
    }

    #[test]
    fn a_word_is_found_whole_whatever_its_accents() {
        let text = "L’éclairage est cassé devant l'école Prévert, 12 rue de la Gare.";
        for typed in ["éclairage", "ECLAIRAGE", "prevert ecole", "gare"] {
            assert!(finds(text, typed), "{typed}");
        }
        for missed in [
            "éclair",
            "éclairages",
            "rue",
            "12",
            "avec",
            "",
            "prevert piscine",
        ] {
            assert!(!finds(text, missed), "{missed}");
        }
    }

    #[test]
    fn a_plate_is_found_however_it_is_typed() {
        for typed in ["AA-123-AA", "aa 123 aa", "aa123aa"] {
            assert!(finds("AA123AA", typed), "{typed}");
        }
    }

    #[test]
    fn another_organisation_has_other_tokens() {
        let vault = Vault::from_bytes([7; 32]);
        let of = || typed_tokens(&vault, OrganisationId::new(), "éclairage");
        assert_ne!(of(), of());
        let name = crate::model::name_tokens(
            &vault,
            OrganisationId::from_uuid(uuid::Uuid::nil()),
            "lenoir",
        );
        let word = typed_tokens(
            &vault,
            OrganisationId::from_uuid(uuid::Uuid::nil()),
            "lenoir",
        );
        assert!(
            !name.contains(&word[0]),
            "a name and a word are never compared"
        );
    }
}
