//! Documents that say what the code is, and are held to it.

mod architecture;
mod glossary;
mod proofs;
mod readmes;

use anyhow::Result;

use crate::finding::Finding;
use crate::house::House;

/// Checks the architecture page, the rooms' own pages, the glossary, and the tests that documents cite.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let mut findings = architecture::check(house)?;
    findings.extend(readmes::check(house));
    findings.extend(glossary::check(house)?);
    findings.extend(proofs::check(house)?);
    Ok(findings)
}
