//! Extractors, request protection, layout, components, words, error pages.
