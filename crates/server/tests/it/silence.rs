//! What the house never says: nothing personal and nothing secret in its logs, nor in its database in the clear.

use std::io::Write;
use std::sync::{Arc, Mutex};

use parvis_testkit::TestStore;
use tracing_subscriber::fmt::MakeWriter;

use crate::town::{Known, PASSWORD, Town, answers};

/// What was logged.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// All that a person typed, and all that opens a door.
fn secrets(town: &Town) -> Vec<String> {
    let known = Known::Email("zoe.lenoir@exemple.fr");
    let place = &town.rochebrune;
    let mut zoe = place.browser();
    let (number, page) = town.begin(place, &mut zoe, "acte-naissance", known);
    let code = town.post.code("zoe.lenoir@exemple.fr");
    town.fill(&mut zoe, &number, page, answers("acte-naissance"));
    town.declare(&mut zoe, &number);
    town.post.set_down(true);
    town.work();
    town.post.set_down(false);
    town.later(3600);
    town.work();
    let (_, by_code) = town.deposited(place, "ecole-cantine", Known::Code);
    let mut claire = town.agent(place, "claire");
    town.take(&mut claire, &number);
    let follow_up = claire.get(&format!("/agent/dossiers/{by_code}")).shown();
    assert!(follow_up.told().contains("Lenoir") || follow_up.told().contains("LENOIR"));
    town.decide(&mut claire, &number, "refused");
    // The house is asked for what breaks it, too.
    let _ = zoe.get("/dossiers/%00");
    let _ = zoe.post(
        "/suivi",
        "application/x-www-form-urlencoded",
        "a=%FF&numero=Lenoir",
    );
    let mut secrets: Vec<String> = [
        "Lenoir",
        "LENOIR",
        "lenoir",
        "Zoé",
        "Anaïs",
        "Marius",
        "zoe.lenoir",
        "exemple.fr",
        "rue du Puits",
        "0612345678",
        "06 12 34 56 78",
        "preuve.png",
        PASSWORD,
        "claire@rochebrune.example",
    ]
    .iter()
    .map(|text| (*text).to_owned())
    .collect();
    secrets.push(code);
    for browser in [&zoe, &claire] {
        secrets.push(browser.cookie("__Host-parvis").unwrap().to_owned());
    }
    secrets
}

#[test]
fn nothing_personal_and_nothing_secret_is_ever_logged() {
    let lines = Lines::default();
    tracing_subscriber::fmt()
        // All that the house may say; what reads its pages is the test's.
        .with_env_filter("debug,html5ever=off,selectors=off")
        .with_writer(lines.clone())
        .with_ansi(false)
        .try_init()
        .unwrap();
    let mut all = Vec::new();
    for engine in parvis_testkit::engines() {
        let migrations = parvis_server::migrations();
        all.extend(secrets(&Town::build(TestStore::on(engine, &[&migrations]))));
    }
    tracing::info!("the end");
    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("the end"));
    for secret in all {
        let line = logged.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret}");
    }
}

#[test]
fn nothing_that_a_person_typed_is_in_the_files_in_the_clear() {
    let migrations = parvis_server::migrations();
    let kit = TestStore::on(parvis_store::Engine::Sqlite, &[&migrations]);
    let town = Town::build(kit);
    let personal = secrets(&town);
    let mut bytes = Vec::new();
    read_all(town.test.folder(), &mut bytes);
    let holds = |text: &str| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(holds("Ville de Rochebrune"), "the files were read");
    for secret in personal {
        // The address of an agent is how they sign in: it is in the clear.
        if secret == "claire@rochebrune.example" {
            continue;
        }
        assert!(!holds(&secret), "{secret:?} is in the clear");
    }
}

fn read_all(folder: &std::path::Path, into: &mut Vec<u8>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else {
            into.extend(std::fs::read(&path).unwrap());
        }
    }
}
