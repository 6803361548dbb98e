//! The rules, one file for each family.

mod burden;
mod data;
mod doors;
mod lists;
mod obtainable;
mod paths;
mod pieces;
mod plain;
mod questions;
mod sensitive;
mod silence;
mod translation;

use crate::finding::Findings;
use crate::read::Subject;
use crate::rule::Rule;
use crate::{revision, silences};

/// Rules that are looked for together.
pub(crate) struct Family {
    pub rules: &'static [&'static Rule],
    pub find: fn(&Subject<'_>, &mut Findings<'_>),
}

/// Every family.
pub(crate) const FAMILIES: &[Family] = &[
    silence::FAMILY,
    obtainable::FAMILY,
    pieces::FAMILY,
    sensitive::FAMILY,
    data::FAMILY,
    doors::FAMILY,
    questions::FAMILY,
    lists::FAMILY,
    plain::FAMILY,
    translation::FAMILY,
    paths::FAMILY,
    burden::FAMILY,
];

/// Every rule, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let own = FAMILIES
        .iter()
        .flat_map(|family| family.rules.iter().copied());
    own.chain([&revision::HEAVIER])
        .chain(silences::RULES.iter().copied())
}
