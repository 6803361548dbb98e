//! What an organisation may be called.

use crate::error::OrganisationError;

/// First path segments that belong to the house: an organisation of this name could not be reached.
pub const RESERVED_SLUGS: &[&str] = &[
    "admin",
    "agent",
    "api",
    "assets",
    "dev",
    "health",
    "langue",
    "metrics",
    "parvis",
    "static",
    "well-known",
    "www",
];

/// Accepts a slug: 2 to 63 lower-case letters, digits and inner hyphens, not reserved.
///
/// # Errors
/// `MalformedSlug` or `ReservedSlug`.
pub fn check_slug(slug: &str) -> Result<(), OrganisationError> {
    check_word(slug)?;
    if RESERVED_SLUGS.contains(&slug) {
        return Err(OrganisationError::ReservedSlug {
            slug: slug.to_owned(),
        });
    }
    Ok(())
}

/// Accepts a word that may stand in an address or in a procedure file.
pub(crate) fn check_word(word: &str) -> Result<(), OrganisationError> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fits = (2..=63).contains(&word.len())
        && word.chars().all(allowed)
        && !word.starts_with('-')
        && !word.ends_with('-');
    if fits {
        Ok(())
    } else {
        Err(OrganisationError::MalformedSlug {
            slug: word.to_owned(),
        })
    }
}

pub(crate) fn check_zone(name: &str) -> Result<(), OrganisationError> {
    jiff::tz::TimeZone::get(name)
        .map(|_| ())
        .map_err(|_| OrganisationError::UnknownTimeZone {
            name: name.to_owned(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_plain_word() {
        for good in ["rochebrune", "saint-julien-2", "ab"] {
            assert!(check_slug(good).is_ok(), "{good}");
        }
        for bad in [
            "", "a", "-ville", "ville-", "Ville", "vil/le", "ville.fr", "été",
        ] {
            assert!(
                matches!(
                    check_slug(bad),
                    Err(OrganisationError::MalformedSlug { .. })
                ),
                "{bad}"
            );
        }
    }

    #[test]
    fn words_of_the_house_are_reserved() {
        for reserved in RESERVED_SLUGS {
            assert!(check_slug(reserved).is_err(), "{reserved}");
        }
    }

    #[test]
    fn overseas_time_zones_are_known() {
        for zone in ["Europe/Paris", "Indian/Reunion", "Pacific/Tahiti"] {
            assert!(check_zone(zone).is_ok(), "{zone}");
        }
        assert!(check_zone("Europe/Rochebrune").is_err());
    }
}
