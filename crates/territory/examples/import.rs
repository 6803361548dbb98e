//! Writes `data/territory` from the files of the package `@etalab/decoupage-administratif`.
//!
//! `cargo run -p parvis-territory --example import -- SOURCE_FOLDER data/territory`
//!
//! The countries are a list kept by hand: this program does not touch them.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Commune {
    code: String,
    nom: String,
    #[serde(rename = "type")]
    kind: String,
    population: Option<u32>,
    #[serde(default)]
    codes_postaux: Vec<String>,
    #[serde(default)]
    anciens_codes: Vec<String>,
    chef_lieu: Option<String>,
    commune: Option<String>,
}

#[derive(Deserialize)]
struct Epci {
    code: String,
    nom: String,
    #[serde(rename = "type")]
    kind: String,
    membres: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    code: String,
}

#[derive(Deserialize)]
struct Division {
    code: String,
    nom: String,
    region: Option<String>,
}

fn main() -> Outcome<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(source), Some(target)) = (arguments.next(), arguments.next()) else {
        return Err("usage: import SOURCE_FOLDER TARGET_FOLDER".into());
    };
    let epci: Vec<Epci> = read(&source, "epci.json.gz")?;
    let communes: Vec<Commune> = read(&source, "communes.json.gz")?;
    write_communes(&target, communes, &epci)?;
    write_epci(&target, epci)?;
    write_divisions(&source, &target, "departements")?;
    write_divisions(&source, &target, "regions")
}

fn read<T: DeserializeOwned>(source: &Path, name: &str) -> Outcome<T> {
    let mut text = String::new();
    GzDecoder::new(File::open(source.join(name))?).read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

fn write_communes(target: &Path, mut communes: Vec<Commune>, epci: &[Epci]) -> Outcome<()> {
    let members: BTreeMap<&str, &str> = epci
        .iter()
        .flat_map(|group| {
            group
                .membres
                .iter()
                .map(|member| (&*member.code, &*group.code))
        })
        .collect();
    let named: HashSet<String> = communes
        .iter()
        .map(|commune| commune.code.clone())
        .collect();
    communes.sort_by(|a, b| (&a.code, letter(&a.kind)).cmp(&(&b.code, letter(&b.kind))));

    let mut text = String::new();
    for commune in &communes {
        let current = commune.kind == "commune-actuelle";
        let old_codes: Vec<&str> = commune
            .anciens_codes
            .iter()
            .filter(|code| !named.contains(*code))
            .map(String::as_str)
            .collect();
        writeln!(
            text,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            commune.code,
            letter(&commune.kind),
            commune
                .population
                .map(|count| count.to_string())
                .unwrap_or_default(),
            commune.nom,
            commune.codes_postaux.join(" "),
            members
                .get(&*commune.code)
                .filter(|_| current)
                .unwrap_or(&""),
            commune
                .chef_lieu
                .as_deref()
                .or(commune.commune.as_deref())
                .unwrap_or_default(),
            old_codes.join(" "),
        )?;
    }
    let file = File::create(target.join("communes.tsv.gz"))?;
    let mut packed = GzBuilder::new().mtime(0).write(file, Compression::best());
    packed.write_all(text.as_bytes())?;
    packed.finish()?;
    println!("{} communes", communes.len());
    Ok(())
}

/// The letter of a kind. A code may be shared by a commune and its deleguee: `C` sorts first.
fn letter(kind: &str) -> char {
    match kind {
        "commune-actuelle" => 'C',
        "commune-deleguee" => 'D',
        "commune-associee" => 'A',
        _ => 'M',
    }
}

fn write_epci(target: &Path, mut epci: Vec<Epci>) -> Outcome<()> {
    epci.sort_by(|a, b| a.code.cmp(&b.code));
    let lines = epci
        .iter()
        .map(|group| format!("{}\t{}\t{}\n", group.code, group.kind, group.nom));
    std::fs::write(target.join("epci.tsv"), lines.collect::<String>())?;
    Ok(())
}

fn write_divisions(source: &Path, target: &Path, name: &str) -> Outcome<()> {
    let mut divisions: Vec<Division> = read(source, &format!("{name}.json.gz"))?;
    divisions.sort_by(|a, b| a.code.cmp(&b.code));
    let lines = divisions.iter().map(|division| match &division.region {
        Some(region) => format!("{}\t{}\t{region}\n", division.code, division.nom),
        None => format!("{}\t{}\n", division.code, division.nom),
    });
    std::fs::write(
        target.join(format!("{name}.tsv")),
        lines.collect::<String>(),
    )?;
    Ok(())
}
