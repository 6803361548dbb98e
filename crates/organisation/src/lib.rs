//! Collectivites: host names, slugs, services, groups, settings.
