//! Embeds the front-end files that `npm run build` wrote into `dist`: style sheet, script, icon, each with its
//! compressed forms and a name that carries a hash of its content.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=dist/manifest.txt");
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=askama.toml");
    if let Err(cause) = generate() {
        println!("cargo::error={cause}: run `make assets` (it builds the front end) and try again");
    }
}

fn generate() -> Result<(), String> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let dist = root.join("dist");
    let manifest = fs::read_to_string(dist.join("manifest.txt"))
        .map_err(|_| "the front-end files are missing (crates/web/dist/manifest.txt)".to_owned())?;
    let mut source = String::from("const FILES: &[Embedded] = &[\n");
    for line in manifest.lines() {
        let (name, file) = line
            .split_once(' ')
            .ok_or("crates/web/dist/manifest.txt is malformed")?;
        source.push_str(&entry(&dist, name, file)?);
    }
    source.push_str("];\n");
    let target = Path::new(&variable("OUT_DIR")?).join("assets.rs");
    fs::write(target, source).map_err(|error| error.to_string())
}

fn entry(dist: &Path, name: &str, file: &str) -> Result<String, String> {
    let mut text = format!("Embedded {{ name: {name:?}, file: {file:?}");
    for (field, suffix) in [("plain", ""), ("gzip", ".gz"), ("brotli", ".br")] {
        let path = dist.join(format!("{file}{suffix}"));
        if !path.exists() {
            return Err(format!("the front-end file {file}{suffix} is missing"));
        }
        write!(
            text,
            ", {field}: include_bytes!({:?})",
            path.display().to_string()
        )
        .map_err(|error| error.to_string())?;
    }
    text.push_str(" },\n");
    Ok(text)
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set"))
}
