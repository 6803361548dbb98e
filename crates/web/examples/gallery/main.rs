//! Writes the gallery of components and of typical pages into a folder, to be opened without a server:
//! `cargo run -p parvis-web --example gallery -- FOLDER`.

mod components;
mod pages;
mod sample;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use parvis_kernel::Language;
use parvis_web::assets;

use sample::Sample;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err("usage: gallery FOLDER".into());
    };
    fs::create_dir_all(folder.join("assets"))?;
    write_assets(&folder)?;
    let visit = sample::visit(Language::French)?;
    let sample = Sample::new();
    let parts = components::all(&visit, &sample)?;
    for (number, chunk) in parts.chunks(9).enumerate() {
        let name = format!("composants-{}", number + 1);
        write_page(&folder, &name, &pages::gallery(&visit, chunk)?)?;
    }
    for (name, html) in pages::all(&visit, &sample)? {
        write_page(&folder, name, &html)?;
    }
    Ok(())
}

fn write_assets(folder: &Path) -> io::Result<()> {
    for name in ["parvis.css", "parvis.mjs", "icon.svg"] {
        let path = assets::url(name).trim_start_matches('/');
        fs::write(folder.join(path), assets::content(name).unwrap_or_default())?;
    }
    let accent = assets::accent_style("8c2f4b").unwrap_or_default();
    fs::write(folder.join("assets/accent-8c2f4b.css"), accent)
}

fn write_page(folder: &Path, name: &str, html: &str) -> io::Result<()> {
    let local = html.replace("\"/assets/", "\"assets/");
    fs::write(folder.join(format!("{name}.html")), local)
}
