//! Documents that say what the code is, and are held to it.

mod architecture;
mod glossary;
mod readmes;

use anyhow::Result;

use crate::finding::Finding;
use crate::house::House;

/// Checks the architecture page, the rooms' own pages and the glossary.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let mut findings = architecture::check(house)?;
    findings.extend(readmes::check(house));
    findings.extend(glossary::check(house)?);
    Ok(findings)
}
