//! What an organisation may be called.

use crate::colour;
use crate::error::OrganisationError;
use crate::profile::Profile;

/// First path segments that belong to the house: an organisation of this name could not be reached.
pub const RESERVED_SLUGS: &[&str] = &[
    "admin",
    "agent",
    "api",
    "assets",
    "dev",
    "health",
    "installation",
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

/// Accepts what an organisation says of itself; what it does not say yet is accepted too.
pub(crate) fn check_profile(name: &str, profile: &Profile) -> Result<(), OrganisationError> {
    check_zone(&profile.time_zone)?;
    let siren = profile.siren.as_deref();
    let checks = [
        (name.trim().is_empty(), "name", "a name"),
        (
            siren.is_some_and(|siren| !is_siren(siren)),
            "siren",
            "nine digits of a SIREN number",
        ),
        (!is_colour(&profile.accent), "accent", "#rrggbb"),
        (profile.draft_days == 0, "draft_days", "one day at least"),
        (
            profile.review_months == 0,
            "review_months",
            "one month at least",
        ),
    ];
    let wrong = checks.into_iter().find(|(wrong, _, _)| *wrong);
    match wrong {
        Some((_, key, expected)) => Err(OrganisationError::MalformedProfile { key, expected }),
        None => check_accent(&profile.accent),
    }
}

/// Accepts a colour that is readable on white, and on which white is.
fn check_accent(accent: &str) -> Result<(), OrganisationError> {
    match (
        colour::contrast_with_white(accent),
        colour::nearest_readable(accent),
    ) {
        (Some(ratio), Some(nearest)) if ratio < colour::MIN_CONTRAST => {
            Err(OrganisationError::Unreadable { ratio, nearest })
        }
        _ => Ok(()),
    }
}

fn is_colour(text: &str) -> bool {
    let figures = text.strip_prefix('#').unwrap_or_default();
    figures.len() == 6 && figures.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Nine digits whose last one is Luhn's key.
fn is_siren(text: &str) -> bool {
    let figures: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    let Some(figures) = figures.filter(|figures| figures.len() == 9) else {
        return false;
    };
    let weighted = figures.iter().rev().enumerate().map(|(rank, figure)| {
        let weight = figure * if rank % 2 == 0 { 1 } else { 2 };
        weight / 10 + weight % 10
    });
    weighted.sum::<u32>() % 10 == 0
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
    fn a_profile_says_nothing_that_cannot_be() {
        let right = Profile {
            siren: Some("217500016".to_owned()),
            ..Profile::default()
        };
        assert!(check_profile("Ville", &right).is_ok());
        assert!(check_profile("Ville", &Profile::default()).is_ok());
        let refused = |name: &str, profile: Profile| match check_profile(name, &profile) {
            Err(OrganisationError::MalformedProfile { key, .. }) => key,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(" ", right.clone()), "name");
        for siren in ["217500017", "21750001", "2175 0001"] {
            let siren = Some(siren.to_owned());
            assert_eq!(
                refused(
                    "V",
                    Profile {
                        siren,
                        ..right.clone()
                    }
                ),
                "siren"
            );
        }
        for accent in ["red", "#12345", "#12345g"] {
            let accent = accent.to_owned();
            assert_eq!(
                refused(
                    "V",
                    Profile {
                        accent,
                        ..right.clone()
                    }
                ),
                "accent"
            );
        }
        let draft_days = 0;
        assert_eq!(
            refused(
                "V",
                Profile {
                    draft_days,
                    ..right
                }
            ),
            "draft_days"
        );
    }

    #[test]
    fn a_colour_that_nobody_can_read_is_refused_with_the_nearest_that_is_readable() {
        let pale = Profile {
            accent: "#ffcc00".to_owned(),
            ..Profile::default()
        };
        match check_profile("Ville", &pale) {
            Err(OrganisationError::Unreadable { ratio, nearest }) => {
                assert!(ratio < 1.6, "{ratio}");
                let accent = nearest;
                assert!(check_profile("Ville", &Profile { accent, ..pale }).is_ok());
            }
            other => panic!("{other:?}"),
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
