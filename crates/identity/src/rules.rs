//! What may be said of a provider, and what it proves: pure.

use parvis_outside::{Policy, check};

use crate::error::IdentityError;
use crate::model::{Addresses, Known, SecondFactor, Settings};

/// Characters at most of a text.
const LONGEST: usize = 200;
/// Characters at most of what the button says.
pub const LONGEST_LABEL: usize = 60;
/// Words at most of a list.
const MOST: usize = 20;
/// How a provider says that it asked for several factors (RFC 8176 § 2).
const SEVERAL_FACTORS: &str = "mfa";

/// Reads what an organisation chooses, written in one way.
pub(crate) fn checked(asked: &Settings, policy: Policy) -> Result<Settings, IdentityError> {
    let settings = Settings {
        issuer: asked.issuer.trim().to_owned(),
        client_id: asked.client_id.trim().to_owned(),
        label: asked.label.trim().to_owned(),
        scopes: words(&asked.scopes),
        acr: words(&asked.acr),
        domains: words(&asked.domains)
            .iter()
            .map(|domain| domain.trim_start_matches('@').to_lowercase())
            .collect(),
        addresses: asked.addresses,
        matching: asked.matching,
        second_factor: asked.second_factor,
    };
    let issuer = check(&settings.issuer, policy).map_err(IdentityError::Issuer)?;
    if issuer.query().is_some() {
        return Err(IdentityError::Issuer(
            parvis_outside::AddressProblem::Malformed,
        ));
    }
    if !is_text(&settings.client_id, LONGEST) {
        return Err(IdentityError::ClientId);
    }
    if !is_text(&settings.label, LONGEST_LABEL) {
        return Err(IdentityError::Label {
            most: LONGEST_LABEL,
        });
    }
    if !are_words(&settings.scopes, is_token) {
        return Err(IdentityError::Scopes);
    }
    if !are_words(&settings.acr, is_token) {
        return Err(IdentityError::Acr);
    }
    if !are_words(&settings.domains, is_domain) {
        return Err(IdentityError::Domains);
    }
    Ok(settings)
}

fn words(asked: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    for word in asked.iter().flat_map(|text| text.split_whitespace()) {
        if !words.iter().any(|own| own == word) {
            words.push(word.to_owned());
        }
    }
    words
}

fn is_text(text: &str, most: usize) -> bool {
    !text.is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
}

fn are_words(words: &[String], is_right: fn(&str) -> bool) -> bool {
    words.len() <= MOST && words.iter().all(|word| is_right(word))
}

/// RFC 6749 § 3.3.
fn is_token(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    word.len() <= LONGEST && word.bytes().all(plain)
}

fn is_domain(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    word.len() <= 253
        && word.contains('.')
        && !word.starts_with('.')
        && !word.ends_with('.')
        && word.bytes().all(plain)
}

/// Whether what changed has to be tried again.
pub(crate) fn must_be_tried(before: &Settings, after: &Settings) -> bool {
    before.issuer != after.issuer
        || before.client_id != after.client_id
        || before.scopes != after.scopes
        || before.acr != after.acr
        || before.addresses != after.addresses
        || before.second_factor != after.second_factor
}

/// Whether the address that came may be taken for theirs.
#[must_use]
pub fn has_verified_address(settings: &Settings, known: &Known) -> bool {
    let said = known.email_verified;
    known.email.is_some() && said.unwrap_or(settings.addresses == Addresses::AllVerified)
}

/// Whether the provider proved a second factor, and the organisation takes its word for it.
#[must_use]
pub fn proves_second_factor(settings: &Settings, known: &Known) -> bool {
    let class = known.acr.as_ref();
    let by_class = class.is_some_and(|acr| settings.acr.contains(acr));
    let by_ways = known.amr.iter().any(|way| way == SEVERAL_FACTORS);
    settings.second_factor == SecondFactor::Provider && (by_class || by_ways)
}

/// Whether an address is of a domain that the organisation allows.
pub(crate) fn is_of_domain(settings: &Settings, email: &str) -> bool {
    let domain = email.rsplit_once('@').map(|(_, domain)| domain);
    settings.domains.is_empty()
        || domain.is_some_and(|domain| settings.domains.iter().any(|own| own == domain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Matching;

    fn settings() -> Settings {
        Settings {
            issuer: "https://identite.exemple.fr/ville".to_owned(),
            client_id: "parvis".to_owned(),
            label: "Compte de la ville".to_owned(),
            scopes: vec!["email profile".to_owned()],
            acr: vec!["eidas2".to_owned()],
            domains: vec!["@Rochebrune.example".to_owned()],
            addresses: Addresses::SaidVerified,
            matching: Matching::Subject,
            second_factor: SecondFactor::Provider,
        }
    }

    #[test]
    fn what_an_organisation_chooses_is_written_in_one_way() {
        let read = checked(&settings(), Policy::default()).unwrap();
        assert_eq!(read.scopes, ["email", "profile"]);
        assert_eq!(read.domains, ["rochebrune.example"]);
    }

    #[test]
    fn what_cannot_be_is_refused_by_its_name() {
        let refused = |change: fn(&mut Settings)| {
            let mut asked = settings();
            change(&mut asked);
            checked(&asked, Policy::default()).unwrap_err().to_string()
        };
        let private = refused(|own| own.issuer = "https://10.0.0.1/".to_owned());
        assert!(private.contains("Private"), "{private}");
        let query = refused(|own| own.issuer += "?a=b");
        assert!(query.contains("Malformed"), "{query}");
        for (change, word) in [
            ((|own| own.client_id.clear()) as fn(&mut Settings), "client"),
            (|own| own.label = "a".repeat(61), "button"),
            (|own| own.scopes = vec!["\"".to_owned()], "scopes"),
            (|own| own.acr = vec!["é".to_owned()], "classes"),
            (|own| own.domains = vec!["exemple".to_owned()], "domains"),
        ] {
            let told = refused(change);
            assert!(told.contains(word), "{told}");
        }
    }

    #[test]
    fn a_second_factor_is_proved_by_the_class_or_by_the_ways_and_only_where_it_is_believed() {
        let known = |acr: Option<&str>, amr: &[&str]| Known {
            subject: "1".to_owned().into(),
            email: None,
            email_verified: None,
            acr: acr.map(str::to_owned),
            amr: amr.iter().map(|way| (*way).to_owned()).collect(),
            id_token: String::new().into(),
        };
        let mut own = settings();
        for (acr, amr, expected) in [
            (Some("eidas2"), &[][..], true),
            (Some("eidas1"), &[], false),
            (None, &["pwd", "mfa"], true),
            (None, &["pwd", "otp"], false),
            (None, &[], false),
        ] {
            own.second_factor = SecondFactor::Provider;
            let proved = proves_second_factor(&own, &known(acr, amr));
            assert_eq!(proved, expected, "{acr:?} {amr:?}");
            own.second_factor = SecondFactor::House;
            assert!(!proves_second_factor(&own, &known(acr, amr)));
        }
    }

    #[test]
    fn an_address_is_believed_when_it_is_said_verified_or_when_all_of_them_are() {
        let mut own = settings();
        for (addresses, said, expected) in [
            (Addresses::SaidVerified, Some(true), true),
            (Addresses::SaidVerified, None, false),
            (Addresses::SaidVerified, Some(false), false),
            (Addresses::AllVerified, Some(true), true),
            (Addresses::AllVerified, None, true),
            (Addresses::AllVerified, Some(false), false),
        ] {
            own.addresses = addresses;
            let mut known = Known {
                subject: "1".to_owned().into(),
                email: Some("claire@rochebrune.example".to_owned().into()),
                email_verified: said,
                acr: None,
                amr: Vec::new(),
                id_token: String::new().into(),
            };
            assert_eq!(
                has_verified_address(&own, &known),
                expected,
                "{addresses:?} {said:?}"
            );
            known.email = None;
            assert!(!has_verified_address(&own, &known));
        }
    }

    #[test]
    fn an_address_of_another_domain_is_refused_even_when_it_ends_alike() {
        let own = checked(&settings(), Policy::default()).unwrap();
        assert!(is_of_domain(&own, "claire@rochebrune.example"));
        for other in [
            "claire@evil-rochebrune.example",
            "claire@a.rochebrune.example",
            "rochebrune.example",
        ] {
            assert!(!is_of_domain(&own, other), "{other}");
        }
    }
}
