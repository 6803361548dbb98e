#![doc = include_str!("../README.md")]

mod docs;
mod files;
mod finding;
mod floors;
mod house;
mod layout;
mod licences;
mod reliability;
mod snapshots;
mod source;
mod statements;
mod words;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::finding::Finding;
use crate::house::House;

type Check = fn(&House) -> Result<Vec<Finding>>;

/// The checks that need nothing but the sources.
const CHECKS: [(&str, Check); 5] = [
    ("floors", floors::check),
    ("layout", layout::check),
    ("docs", docs::check),
    ("words", words::check),
    ("licences", licences::check),
];

const USAGE: &str = "usage: cargo xtask all | floors | layout | docs | words | licences | statements FOLDER | snapshots FILE | reliability FILE [write]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs what was asked; true when nothing was found.
fn run(arguments: &[&str]) -> Result<bool> {
    let house = House::read()?;
    match arguments {
        ["all"] => all(&house),
        ["statements", folder] => Ok(report(
            "statements",
            &statements::check(&house, Path::new(folder))?,
        )),
        ["snapshots", file] => Ok(report(
            "snapshots",
            &snapshots::check(&house, Path::new(file))?,
        )),
        ["reliability", file] => Ok(report(
            "reliability",
            &reliability::check(&house, Path::new(file))?,
        )),
        ["reliability", file, "write"] => {
            reliability::write(&house, Path::new(file)).map(|()| true)
        }
        [name] => one(&house, name),
        _ => bail!(USAGE),
    }
}

/// Runs every check, even after one found something: a person wants the whole list.
fn all(house: &House) -> Result<bool> {
    let mut clean = true;
    for (name, check) in CHECKS {
        clean &= report(name, &check(house)?);
    }
    Ok(clean)
}

fn one(house: &House, wanted: &str) -> Result<bool> {
    match CHECKS.iter().find(|(name, _)| *name == wanted) {
        Some((name, check)) => Ok(report(name, &check(house)?)),
        None => bail!(USAGE),
    }
}

fn report(name: &str, findings: &[Finding]) -> bool {
    for finding in findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("{name}: nothing to say"),
        1 => println!("{name}: 1 finding"),
        several => println!("{name}: {several} findings"),
    }
    findings.is_empty()
}
